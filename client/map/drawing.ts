import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawFreehandMode, TerraDrawPolygonMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Polygon } from '../../data/contract/geojson';
import { drawingPrefix } from './applyStyle';
import type { ModeHandlers } from './hand';

export interface Drawing {
  /** Takes away an unfinished outline; false when there was none. */
  drop(): boolean;
  stop(): void;
}

/** Lets the reader draw an outline: corner by corner (`draw`) or in one stroke (`lasso`). */
export function startDrawing(
  map: MapLibreMap,
  mode: 'draw' | 'lasso',
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
  draw.setMode(mode === 'draw' ? 'polygon' : 'freehand');
  draw.on('change', () => handlers()?.onOutline?.(outline()));
  draw.on('finish', () => {
    const closed = outline();
    draw.clear();
    if (closed) handlers()?.onFinish?.(closed);
  });
  return {
    drop: () => {
      const any = draw.getSnapshot().length > 0;
      draw.clear();
      if (any) handlers()?.onOutline?.(null);
      return any;
    },
    stop: () => draw.stop(),
  };
}

const corners = (polygon: Polygon): number =>
  new Set(polygon.coordinates[0]?.map((corner) => corner.join(',')) ?? []).size;
