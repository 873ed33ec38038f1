import { useQuery } from '@tanstack/react-query';
import type { StyleSpecification } from 'maplibre-gl';
import { useMemo } from 'react';
import { listParks } from '../../data/contract/parks';
import { listUnits } from '../../data/contract/units';
import { useAnswer, usePageState } from '../answers';
import { useAddress } from '../url';
import { useHandRelay } from './hand';
import type { MapContext } from './layer';
import { useWatched } from './watched';

/** The units with what the map colours them by, asked again when zones, parks or parcels change. */
export const useUnits = () => useAnswer(listUnits, {}, { layers: ['zones', 'parks', 'parcels'], keep: true });

/** All parks with their findings, asked again when what they are judged by changes. */
export const useParks = () =>
  useAnswer(listParks, { query: {} }, { layers: ['parks', 'parcels', 'corridors'], keep: true });

/** The segment that units are coloured by: the one in the address, else the first of the plan. */
export function useSegment(): string | null {
  const [{ segment }] = useAddress();
  const first = useUnits().data?.segments[0]?.id ?? null;
  return segment ?? first;
}

/** Everything the style of the map is built from, gathered from the address and the server's answers. */
export function useMapContext(): MapContext {
  const [address] = useAddress();
  const { language, theme } = address;
  const { layersOff, classesOff, colouring, parcelScheme, scope, selection, picks } = address;
  const segment = useSegment();
  const versions = usePageState().data?.versions ?? null;
  const units = useUnits().data;
  const parks = useAnswer(listParks, {}, { layers: ['parks'], keep: true }).data;
  const highlight = useWatched(useHandRelay().highlight);
  return useMemo(
    () => ({
      origin: window.location.origin,
      theme,
      language,
      address: { layersOff, classesOff, colouring, segment, parcelScheme, scope, selection, picks },
      versions,
      units: units?.units ?? [],
      carriers: units?.carriers ?? [],
      parks: parks?.rows ?? [],
      highlight,
    }),
    [
      theme,
      language,
      layersOff,
      classesOff,
      colouring,
      segment,
      parcelScheme,
      scope,
      selection,
      picks,
      versions,
      units,
      parks,
      highlight,
    ],
  );
}

/** The basemap that the administrator has set, or null: then land and sea are drawn and no network is needed. */
export function useBasemap(): StyleSpecification | null {
  const url = usePageState().data?.basemap.styleUrl ?? null;
  const { data } = useQuery({
    queryKey: ['basemap', url],
    queryFn: async ({ signal }) => (await fetch(url ?? '', { signal })).json() as Promise<StyleSpecification>,
    enabled: url !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data ?? null;
}
