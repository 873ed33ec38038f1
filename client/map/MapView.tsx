import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibreMap, type MapMouseEvent, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useRef, useState } from 'react';
import type { Bbox } from '../../data/contract/geojson';
import type { Selection, View } from '../url';
import { applyStyle } from './applyStyle';
import type { Drawing } from './drawing';
import { flightDurationMs, paddingOf } from './flights';
import { type HandRelay, type MapMode, type MapPort, type ModeHandlers, useHandRelay } from './hand';
import { hatchImage } from './hatch';
import { kindsInView } from './kindsInView';
import { metresPerPixel } from './metres';
import { makeOverlays } from './overlays';
import { askedLayers, pickedLayers } from './stack';
import { type Target, targetOf } from './target';

setWorkerUrl(workerUrl);

const tipRoomPixels = 280;
/** Modes in which the pointer draws and asks nothing of the map. */
const drawn: ReadonlySet<MapMode> = new Set(['draw', 'lasso', 'measure']);

export interface Pointed {
  target: Target;
  /** Pixels from the map's left and top; `flip` says on which side of the pointer there is room for a tip. */
  x: number;
  y: number;
  flip: { x: boolean; y: boolean };
}
interface MapViewProps {
  style: StyleSpecification;
  /** Where to look; null shows the whole extent. */
  view: View | null;
  extent: Bbox;
  accent: string;
  label: string;
  onView(view: View): void;
  onSelect(selection: Selection): void;
  onPointed(pointed: Pointed | null): void;
}

/** The map itself: the only component that holds a map object. The page reaches it through `useMapHand`. */
export function MapView(props: MapViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const relay = useHandRelay();
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const { style, view } = props;

  useEffect(() => {
    if (!box.current) return;
    const { view: start, extent, label, style: first } = latest.current;
    const created = new MapLibreMap({
      container: box.current,
      style: first,
      ...(start
        ? { center: [start.lon, start.lat], zoom: start.zoom }
        : { bounds: extent, fitBoundsOptions: { padding: paddingOf(relay.inset.value) } }),
      minZoom: 6,
      maxZoom: 20,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 100,
      locale: { 'Map.Title': label },
    });
    created.touchZoomRotate.disableRotation();
    created.setMissingStyleImageResolver((id) => {
      const image = hatchImage(id);
      if (image && !created.hasImage(id)) created.addImage(id, image.data, { pixelRatio: image.pixelRatio });
    });
    // a tile that does not arrive is no fault of the page; the bottom line says when the server is away
    created.on('error', () => undefined);
    const port = makePort(created, relay, latest);
    const detach = relay.attach(port);
    created.once('style.load', () => setMap(created));
    return () => {
      detach();
      port.end();
      created.remove();
      setMap(null);
    };
  }, [relay]);

  useEffect(() => {
    if (map) applyStyle(map, style);
  }, [map, style]);

  useEffect(() => {
    if (!map || !view) return;
    const centre = map.getCenter();
    const away =
      Math.abs(centre.lng - view.lon) > 1e-4 ||
      Math.abs(centre.lat - view.lat) > 1e-4 ||
      Math.abs(map.getZoom() - view.zoom) > 0.02;
    if (away && !map.isMoving()) map.jumpTo({ center: [view.lon, view.lat], zoom: view.zoom });
  }, [map, view]);

  return <div ref={box} className="map" />;
}

type Latest = { current: MapViewProps };

/** Joins the map to the relay: what it is told to do, and what it tells. */
function makePort(map: MapLibreMap, relay: HandRelay, latest: Latest): MapPort & { end(): void } {
  let mode: MapMode = 'none';
  let handlers: ModeHandlers | undefined;
  let drawing: Drawing | null = null;
  let ended = false;
  const overlays = makeOverlays(map);
  const under = (event: MapMouseEvent) => {
    const asked = mode === 'pick' ? pickedLayers : askedLayers;
    const layers = asked.filter((id) => map.getLayer(id));
    return targetOf(map.queryRenderedFeatures(event.point, { layers }), layers, map.getZoom());
  };
  const tell = () => {
    const { lng: lon, lat } = map.getCenter();
    const zoom = map.getZoom();
    const before = relay.seen.value;
    const bounds = map.getBounds();
    const bbox: Bbox = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    relay.seen.set({ bbox, lon, lat, zoom, metresPerPixel: metresPerPixel(lat, zoom) });
    // a window that grows or shrinks moves nothing: the address stays
    return before !== null && (before.lon !== lon || before.lat !== lat || before.zoom !== zoom);
  };
  map.once('style.load', () => tell());
  map.on('moveend', () => {
    if (!tell()) return;
    const { lng: lon, lat } = map.getCenter();
    latest.current.onView({ lon, lat, zoom: map.getZoom() });
  });
  map.on('idle', () => relay.lines.set(kindsInView(map)));
  map.on('mousemove', (event) => {
    relay.pointer.set({ lon: event.lngLat.lng, lat: event.lngLat.lat });
    if (drawn.has(mode) || map.isMoving()) return latest.current.onPointed(null);
    const target = under(event);
    map.getCanvas().style.cursor = mode === 'pick' ? 'copy' : target ? 'pointer' : '';
    const { x, y } = event.point;
    const { clientWidth, clientHeight } = map.getContainer();
    const flip = { x: x > clientWidth - tipRoomPixels, y: y > clientHeight - tipRoomPixels / 2 };
    latest.current.onPointed(target && { target, x, y, flip });
  });
  map.on('mouseout', () => {
    relay.pointer.set(null);
    latest.current.onPointed(null);
  });
  map.on('click', (event) => {
    if (drawn.has(mode)) return;
    latest.current.onPointed(null);
    const { lng: lon, lat } = event.lngLat;
    if (mode === 'none' && handlers?.onPlace?.(lon, lat, metresPerPixel(lat, map.getZoom()))) return;
    const target = under(event);
    if (!target) return;
    if (mode === 'none') latest.current.onSelect(target.selection);
    else handlers?.onPick?.(target.selection.id);
  });
  const duration = flightDurationMs();
  return {
    flyTo: (lon, lat, zoom) =>
      map.easeTo({ center: [lon, lat], zoom: zoom ?? map.getZoom(), offset: [0, -relay.inset.value / 2], duration }),
    fit: (bbox, maxZoom = 17) =>
      map.fitBounds(bbox, { padding: paddingOf(relay.inset.value), maxZoom, duration, linear: true }),
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps, duration }),
    panBy: (x, y) => map.panBy([x, y], { duration }),
    setOverlay: overlays.set,
    setMode: (next, nextHandlers) => {
      handlers = nextHandlers;
      if (next === mode) return;
      mode = next;
      drawing?.stop();
      drawing = null;
      map.getCanvas().style.cursor = next === 'pick' ? 'copy' : '';
      if (next === 'none' || next === 'pick') return;
      void import('./drawing').then(({ startDrawing }) => {
        if (ended || mode !== next || drawing) return;
        const accent = latest.current.accent as `#${string}`;
        drawing = startDrawing(map, next, accent, () => handlers);
      });
    },
    dropOutline: () => drawing?.drop() ?? false,
    end: () => {
      ended = true;
      overlays.end();
      drawing?.stop();
    },
  };
}
