import type { Layer } from '@deck.gl/core';
import type { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Deck, Draw } from './draw';

export interface Overlays {
  set(name: string, draw: Draw | null): void;
  end(): void;
}

const loadDeck = () => Promise.all([import('@deck.gl/maplibre'), import('./deckLayers')]);

/** Keeps named overlays above the map; deck.gl is fetched with the first of them. */
export function makeOverlays(map: MapLibreMap): Overlays {
  const drawn = new Map<string, { draw: Draw; layers: Layer[] | null }>();
  let ready: { deck: Deck; overlay: MapLibreOverlay } | null = null;
  let asked = false;
  let ended = false;
  const show = () => {
    if (!ready) return;
    for (const entry of drawn.values()) entry.layers ??= entry.draw(ready.deck);
    ready.overlay.setProps({ layers: [...drawn.values()].map((entry) => entry.layers) });
  };
  const load = async () => {
    asked = true;
    const [{ MapLibreOverlay: Overlay }, deck] = await loadDeck();
    if (ended) return;
    const overlay = new Overlay({ interleaved: false, layers: [] });
    map.addControl(overlay);
    ready = { deck, overlay };
    show();
  };
  return {
    set: (name, draw) => {
      if (draw) drawn.set(name, { draw, layers: null });
      else drawn.delete(name);
      if (draw && !asked) void load();
      else show();
    },
    end: () => {
      ended = true;
    },
  };
}
