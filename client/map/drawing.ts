import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawFreehandMode, TerraDrawLineStringMode, TerraDrawPolygonMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Polygon, Position } from '../../data/contract/geojson';
import { drawingPrefix } from './applyStyle';
import type { ModeHandlers } from './hand';

export interface Drawing {
  /** Takes away an unfinished outline; false when there was none. */
  drop(): boolean;
  stop(): void;
}

/** Lets the reader draw: an outline corner by corner (`draw`) or in one stroke (`lasso`), or a line to measure (`measure`). */
export function startDrawing(
  map: MapLibreMap,
  mode: 'draw' | 'lasso' | 'measure',
  accent: `#${string}`,
  handlers: () => ModeHandlers | undefined,
): Drawing {
  const styles = {
    fillColor: accent,
    fillOpacity: 0.14,
    outlineColor: accent,
    outlineWidth: 2,
    closingPointColor: '#ffffff' as const,
    closingPointOutlineColor: accent,
    closingPointWidth: 5,
    closingPointOutlineWidth: 2,
  };
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: drawingPrefix }),
    modes: [
      new TerraDrawPolygonMode({ styles, keyEvents: { cancel: null, finish: 'Enter' } }),
      new TerraDrawLineStringMode({
        styles: {
          lineStringColor: accent,
          lineStringWidth: 3,
          closingPointColor: '#ffffff',
          closingPointOutlineColor: accent,
        },
        keyEvents: { cancel: null, finish: 'Enter' },
      }),
      new TerraDrawFreehandMode({
        styles,
        keyEvents: { cancel: null, finish: 'Enter' },
        minDistance: 6,
        autoClose: true,
        drawInteraction: 'click-move-or-drag',
      }),
    ],
  });
  const outline = (): Polygon | null => {
    const found = draw.getSnapshot().find((feature) => feature.geometry.type === 'Polygon');
    return found?.geometry.type === 'Polygon' && corners(found.geometry) >= 3 ? found.geometry : null;
  };
  draw.start();
  const line = (): readonly Position[] => {
    const found = draw.getSnapshot().findLast((feature) => feature.geometry.type === 'LineString');
    return found?.geometry.type === 'LineString' ? found.geometry.coordinates : [];
  };
  draw.setMode(terraModes[mode]);
  draw.on('change', () => {
    if (mode === 'measure') handlers()?.onLine?.(line());
    else handlers()?.onOutline?.(outline());
  });
  draw.on('finish', (id) => {
    if (mode === 'measure') return keepOnly(id);
    const closed = outline();
    draw.clear();
    if (closed) handlers()?.onFinish?.(closed);
  });
  // a line that is done stays to be read until the next one begins
  const keepOnly = (id: string | number) => {
    const others = draw.getSnapshot().filter((feature) => feature.id !== id && feature.geometry.type === 'LineString');
    draw.removeFeatures(others.flatMap((feature) => (feature.id === undefined ? [] : [feature.id])));
  };
  return {
    drop: () => {
      const any = draw.getSnapshot().length > 0;
      draw.clear();
      if (any && mode === 'measure') handlers()?.onLine?.([]);
      else if (any) handlers()?.onOutline?.(null);
      return any;
    },
    stop: () => draw.stop(),
  };
}

const terraModes = { draw: 'polygon', lasso: 'freehand', measure: 'linestring' } as const;

const corners = (polygon: Polygon): number =>
  new Set(polygon.coordinates[0]?.map((corner) => corner.join(',')) ?? []).size;
