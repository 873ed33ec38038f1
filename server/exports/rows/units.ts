import type { UnitSummary } from '../../../data/contract';
import { exportCellWords } from '../../../data/words/exports';
import { listed } from '../../db/conditions';
import { readUnitsOut, sumUnitsOut } from '../../db/exports/units';
import { listUnits } from '../../db/units/list-units';
import { areas, type Column, number, text, yesNo } from '../column';
import { type RowAsked, type RowParts, type RowSource, sourceOf } from './source';

type Row = UnitSummary & Awaited<ReturnType<typeof readUnitsOut>>[number];

/** The units of the list, in its order; an outline that is drawn by hand says so in its row. */
export function unitRows({ db }: RowParts, asked: RowAsked): RowSource {
  const wanted = async () => {
    const order = orders[asked.rows.sort ?? ''];
    const kept = (await listUnits(db)).filter((unit) => fits(unit, asked));
    return order ? kept.sort(order) : kept;
  };
  const idsOf = (units: readonly UnitSummary[]) => units.map(({ id }) => id);
  return sourceOf<UnitSummary, Row>({
    summary: async () => sumUnitsOut(db, idsOf(await wanted())),
    keys: wanted,
    read: async (units) => {
      const ground = await readUnitsOut(db, idsOf(units));
      const byId = new Map(units.map((unit) => [unit.id, unit]));
      return ground.flatMap((found) => {
        const unit = byId.get(found.id);
        return unit ? [{ ...unit, ...found }] : [];
      });
    },
    columns: columnsOf(asked),
    ground: ({ id, shape, at }) => ({ id, shape, at: at.coordinates }),
    verdicts: false,
  });
}

function fits(unit: UnitSummary, { rows: { unit: asked, bbox } }: RowAsked): boolean {
  const units = listed(asked);
  if (unit.kind === 'context' || (units && !units.includes(unit.id))) return false;
  const [west, south, east, north] = unit.bbox;
  return !bbox || (west <= bbox[2] && bbox[0] <= east && south <= bbox[3] && bbox[1] <= north);
}

const orders: Record<string, (a: UnitSummary, b: UnitSummary) => number> = {
  '-free': (a, b) => b.freeSupplyMu - a.freeSupplyMu,
  '-parks': (a, b) => b.parkCount - a.parkCount,
};

function columnsOf({ lang, names, sources }: RowAsked): Column<Row>[] {
  return [
    text('title', (unit) => unit.name[lang]),
    text('belt', (unit) => names.get(`belt/${unit.belt}`)?.[lang]),
    text('kind', (unit) => exportCellWords[unit.kind][lang]),
    ...areas<Row>((unit) => unit.areaSquareMetres),
    number('parks', 0, (unit) => unit.parkCount),
    number('free', 2, (unit) => unit.freeSupplyMu),
    number('leftoverCount', 0, (unit) => unit.leftoverCount),
    text('schematic', (unit) => yesNo(unit.schematic, lang)),
    text('source', (unit) => sources.find(({ id }) => id === unit.source)?.title[lang] ?? unit.source),
  ];
}
