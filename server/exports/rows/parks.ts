import type { ParkRow } from '../../../data/contract';
import { exportCellWords } from '../../../data/words/exports';
import { contiguityWords, verdictWords } from '../../../data/words/vocabulary';
import { listed } from '../../db/conditions';
import { readParksOut, sumParksOut } from '../../db/exports/parks';
import { areas, type Column, number, text, yesNo } from '../column';
import { type RowAsked, type RowParts, type RowSource, sourceOf } from './source';

type Row = ParkRow & Awaited<ReturnType<typeof readParksOut>>[number];

/** The parks of the list, in its order, with their verdicts and without what a verdict on output would give away. */
export function parkRows({ db, parks }: RowParts, asked: RowAsked): RowSource {
  const wanted = async () => (await parks.rows()).filter((park) => fits(park, asked)).sort(orderOf(asked.rows.sort));
  return sourceOf<ParkRow, Row>({
    summary: async () =>
      sumParksOut(
        db,
        (await wanted()).map(({ id }) => id),
      ),
    keys: wanted,
    read: async (keys) => {
      const ground = await readParksOut(
        db,
        keys.map(({ id }) => id),
      );
      const byId = new Map(keys.map((park) => [park.id, park]));
      return ground.flatMap((found) => {
        const park = byId.get(found.id);
        return park ? [{ ...park, ...found }] : [];
      });
    },
    columns: columnsOf(asked),
    ground: ({ id, shape, at }) => ({ id, shape, at: at.coordinates }),
    verdicts: true,
  });
}

function fits(park: ParkRow, { rows: { unit, verdict, kind, bbox } }: RowAsked): boolean {
  const units = listed(unit);
  if (units && !(park.unit !== null && units.includes(park.unit))) return false;
  if (verdict && park.title !== verdict) return false;
  if (kind && park.kind !== kind) return false;
  const [west, south, east, north] = park.bbox;
  return !bbox || (west <= bbox[2] && bbox[0] <= east && south <= bbox[3] && bbox[1] <= north);
}

const VERDICTS = ['met', 'unmet', 'unknown'];
const byName = (a: ParkRow, b: ParkRow) => a.name.localeCompare(b.name, 'zh-CN');
const orders: Record<string, (a: ParkRow, b: ParkRow) => number> = {
  area: (a, b) => a.areaMu - b.areaMu,
  '-area': (a, b) => b.areaMu - a.areaMu,
  verdict: (a, b) => VERDICTS.indexOf(a.title) - VERDICTS.indexOf(b.title) || byName(a, b),
};
const orderOf = (sort: string | undefined) => orders[sort ?? ''] ?? byName;

function columnsOf({ lang, names, sources }: RowAsked): Column<Row>[] {
  return [
    text('title', (park) => park.name),
    text('kind', (park) => exportCellWords[park.kind][lang]),
    text('unit', (park) => names.get(`unit/${park.unit}`)?.[lang] ?? park.unit),
    text('theme', (park) => names.get(`segment/${park.theme}`)?.[lang] ?? park.theme),
    number('members', 0, (park) => park.memberCount),
    ...areas<Row>((park) => park.areaSquareMetres),
    text('titleVerdict', (park) => verdictWords[park.title][lang]),
    text('contiguity', (park) => contiguityWords[park.contiguity][lang]),
    text('awarded', (park) => yesNo(park.awarded, lang)),
    text('source', (park) => sources.find(({ id }) => id === park.source)?.title[lang] ?? park.source),
    text('sample', (park) => yesNo(park.sample, lang)),
  ];
}
