import type { LayerSpecification } from 'maplibre-gl';
import { tokens } from '../../style/tokens';
import type { MapTarget } from '../hand';
import type { Expression, MapContext, MapLayer } from '../layer';

type Source = MapTarget['layer'];
const sources: readonly Source[] = ['zones', 'parcels', 'parks', 'leftover'];
const selectedIn: Partial<Record<string, Source>> = {
  unit: 'zones',
  park: 'parks',
  parcel: 'parcels',
  leftover: 'parcels',
};

/** Zones are known by their text id, everything else by its feature id. */
const isOne = (source: Source, ids: readonly string[]): Expression =>
  source === 'zones'
    ? ['in', ['get', 'id'], ['literal', [...ids]]]
    : ['in', ['id'], ['literal', ids.map(Number).filter(Number.isFinite)]];

function outline(
  name: string,
  source: Source,
  ids: readonly string[],
  colour: string,
  widthPixels: number,
): LayerSpecification {
  return {
    id: `${name}-${source}`,
    type: 'line',
    source,
    'source-layer': source,
    filter: isOne(source, ids),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': widthPixels },
  };
}

/** What is selected, picked or pointed at, outlined in the accent above everything. */
export const marked: MapLayer = {
  group: null,
  sources: () => ({}),
  layers: ({ theme, address, highlight }: MapContext) => {
    const { accent } = tokens[theme];
    const selection = address.selection;
    const chosen = (source: Source) => (selection && selectedIn[selection.kind] === source ? [selection.id] : []);
    return [
      {
        id: 'picked-parcels',
        type: 'fill',
        source: 'parcels',
        'source-layer': 'parcels',
        filter: isOne('parcels', address.picks),
        paint: { 'fill-color': accent, 'fill-opacity': 0.35 },
      },
      outline('picked-line', 'parcels', address.picks, accent, 2),
      ...sources.map((source) => outline('selected', source, chosen(source), accent, source === 'zones' ? 2.5 : 3)),
      ...sources.map((source) =>
        outline(
          'pointed',
          source,
          highlight?.layer === source ? [highlight.id] : [],
          theme === 'light' ? '#111111' : '#ffffff',
          2,
        ),
      ),
    ];
  },
};
