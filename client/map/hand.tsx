import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Bbox, Polygon, Position } from '../../data/contract/geojson';
import type { Draw } from './draw';
import { useWatched, Watched } from './watched';

/** What the pointer does on the map. `none`: click selects and fills the right panel. */
export type MapMode = 'none' | 'pick' | 'draw' | 'lasso' | 'measure';

export interface ModeHandlers {
  /** A parcel was clicked in `pick` mode. */
  onPick?: (parcelId: string) => void;
  /** A place was clicked in mode `none`, before anything there is selected; true keeps the selection as it is. */
  onPlace?: (lon: number, lat: number, metresPerPixel: number) => boolean;
  /** The outline as it stands while it is drawn (`draw`, `lasso`); null when it has fewer than three corners. */
  onOutline?: (outline: Polygon | null) => void;
  /** The outline was closed; the drawing is cleared from the map, the mode stays. */
  onFinish?: (outline: Polygon) => void;
  /** The corners of the line as it stands while it is drawn (`measure`), in degrees. */
  onLine?: (corners: readonly Position[]) => void;
}
/** A thing on the map that a list row or panel points at. */
export interface MapTarget {
  layer: 'parcels' | 'parks' | 'leftover' | 'zones';
  id: string;
}

/** The part of the map that the rest of the page may touch. Calls made before the map stands are kept and done then. */
export interface MapHand {
  flyTo(lon: number, lat: number, zoom?: number): void;
  fit(bbox: Bbox, maxZoom?: number): void;
  zoomBy(steps: number): void;
  panBy(xPixels: number, yPixels: number): void;
  /** Shows deck.gl layers above the map under a name; null takes them away. */
  setOverlay(name: string, draw: Draw | null): void;
  setMode(mode: MapMode, handlers?: ModeHandlers): void;
  /** Lays measuring over whatever mode runs; null goes back to that mode. */
  measure(onLine: ((corners: readonly Position[]) => void) | null): void;
  /** Clears an outline that is being drawn. Returns false when there was none. */
  dropOutline(): boolean;
  setHighlight(target: MapTarget | null): void;
}

/** What the map shows: window, centre and the ground length of a pixel. */
export interface SeenView {
  bbox: Bbox;
  lon: number;
  lat: number;
  zoom: number;
  metresPerPixel: number;
}

/** What MapView hands in once its map stands; highlights go through the style. */
export type MapPort = Omit<MapHand, 'setHighlight' | 'measure'>;

/** Keeps the newest call of each kind until a map is attached, and what the map tells as readable state. */
export class HandRelay implements MapHand {
  private port: MapPort | null = null;
  private overlays = new Map<string, Draw>();
  private waiting: ((port: MapPort) => void) | null = null;
  private below: { mode: MapMode; handlers: ModeHandlers | undefined } = { mode: 'none', handlers: undefined };
  private onLine: ((corners: readonly Position[]) => void) | null = null;
  readonly mode = new Watched<MapMode>('none');
  readonly seen = new Watched<SeenView | null>(null);
  readonly pointer = new Watched<{ lon: number; lat: number } | null>(null);
  /** Pixels at the bottom of the map that a sheet covers; flights keep clear of them. */
  readonly inset = new Watched(0);
  /** Kinds of lines drawn in the window, see `kindsInView`; null until the map has drawn. */
  readonly lines = new Watched<string | null>(null);
  readonly highlight = new Watched<MapTarget | null>(null);

  attach(port: MapPort): () => void {
    this.port = port;
    for (const [name, draw] of this.overlays) port.setOverlay(name, draw);
    this.applyMode();
    this.waiting?.(port);
    this.waiting = null;
    return () => {
      this.port = null;
    };
  }
  private move(step: (port: MapPort) => void) {
    if (this.port) step(this.port);
    else this.waiting = step;
  }
  flyTo(lon: number, lat: number, zoom?: number) {
    this.move((port) => port.flyTo(lon, lat, zoom));
  }
  fit(bbox: Bbox, maxZoom?: number) {
    this.move((port) => port.fit(bbox, maxZoom));
  }
  zoomBy(steps: number) {
    this.port?.zoomBy(steps);
  }
  panBy(xPixels: number, yPixels: number) {
    this.port?.panBy(xPixels, yPixels);
  }
  setOverlay(name: string, draw: Draw | null) {
    if (draw) this.overlays.set(name, draw);
    else this.overlays.delete(name);
    this.port?.setOverlay(name, draw);
  }
  setMode(mode: MapMode, handlers?: ModeHandlers) {
    this.below = { mode, handlers };
    this.applyMode();
  }
  measure(onLine: ((corners: readonly Position[]) => void) | null) {
    this.onLine = onLine;
    this.applyMode();
  }
  private applyMode() {
    const { onLine, below } = this;
    const { mode, handlers } = onLine ? { mode: 'measure' as const, handlers: { onLine } } : below;
    this.port?.setMode(mode, handlers);
    this.mode.set(mode);
  }
  dropOutline() {
    return this.port?.dropOutline() ?? false;
  }
  setHighlight(target: MapTarget | null) {
    this.highlight.set(target);
  }
}

const HandContext = createContext<HandRelay | null>(null);

/** Gives the page one hand on its map. */
export function MapHandProvider({ children }: { children: ReactNode }) {
  const [relay] = useState(() => new HandRelay());
  return <HandContext value={relay}>{children}</HandContext>;
}

/** The relay itself, for MapView alone. */
export function useHandRelay(): HandRelay {
  const relay = useContext(HandContext);
  if (!relay) throw new Error('MapHandProvider is missing above this component');
  return relay;
}

/** The page's hand on the map; the object stays the same for the life of the page. */
export const useMapHand = (): MapHand => useHandRelay();

/** What the pointer does on the map now, as state. */
export const useMapMode = (): MapMode => useWatched(useHandRelay().mode);

/** What the map shows, as state; null until it stands. Changes when a movement ends. */
export const useSeenView = (): SeenView | null => useWatched(useHandRelay().seen);

/** Kinds of corridors and control lines drawn in the window now; null until the map has drawn. */
export function useLinesInView(): ReadonlySet<string> | null {
  const kinds = useWatched(useHandRelay().lines);
  return useMemo(() => (kinds === null ? null : new Set(kinds.split(','))), [kinds]);
}
