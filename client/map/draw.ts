import type { Layer } from '@deck.gl/core';
import type { TextLayerProps } from '@deck.gl/layers';

/** The deck.gl layers that overlays are made of; they are loaded with the first overlay, never before. */
export type Deck = typeof import('./deckLayers');

/** Makes the layers of an overlay once deck.gl is here. */
export type Draw = (deck: Deck) => Layer[];

const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Words on the map in the page's own fonts; none at all where there is nothing to write, since deck.gl fails on that. */
export function writeLabels<D>(deck: Deck, props: TextLayerProps<D> & { id: string; data: readonly D[] }): Layer[] {
  if (props.data.length === 0) return [];
  return [new deck.TextLayer<D>({ fontFamily: FONT, characterSet: 'auto', ...props })];
}
