import { exportCellWords } from '../../../data/words/exports';
import { leftoverWords } from '../../../data/words/vocabulary';
import {
  type LeftoverKey,
  type LeftoverOut,
  listLeftoverKeys,
  readLeftoverOut,
  sumLeftoverOut,
} from '../../db/exports/leftover';
import { toldFinding } from '../../findings/told-finding';
import type { Lang } from '../../lang';
import { areas, type Column, date, number, suspected, text, yesNo } from '../column';
import { parcelHead } from './parcels';
import { type RowAsked, type RowParts, type RowSource, sourceOf } from './source';

type Row = LeftoverOut & { told: ReturnType<typeof toldFinding> };

/** The leftover plots of the list, in its order. Who ruled and why is for the office alone. */
export function leftoverRows({ db }: RowParts, asked: RowAsked): RowSource {
  const { rows, lang, internal } = asked;
  const open = columnsOf(asked);
  return sourceOf<LeftoverKey, Row>({
    summary: () => sumLeftoverOut(db, rows),
    keys: async () => (await listLeftoverKeys(db, rows)).sort(orders[rows.sort ?? ''] ?? byAreaDown),
    read: async (keys) =>
      (await readLeftoverOut(db, keys)).map((row) => ({ ...row, told: toldFinding(row.finding, lang) })),
    columns: internal ? [...open, ...forTheOffice] : open,
    ground: ({ parcel, shape, at }) => ({ id: parcel.id, shape, at: at.coordinates }),
    verdicts: true,
  });
}

const byAreaDown = (a: LeftoverKey, b: LeftoverKey) => b.areaMu - a.areaMu;
/** As the list beside the map sorts them; the sort is stable over the order of the server. */
const orders: Record<string, (a: LeftoverKey, b: LeftoverKey) => number> = {
  area: (a, b) => a.areaMu - b.areaMu,
  number: (a, b) => a.number.localeCompare(b.number),
};

const forTheOffice: Column<Row>[] = [
  text('actor', (row) => row.ruling?.actor),
  text('reason', (row) => row.ruling?.reason),
];

function columnsOf(asked: RowAsked): Column<Row>[] {
  const { lang, sources } = asked;
  return [
    ...parcelHead<Row>(asked, ({ parcel }) => parcel),
    text('beside', (row) => row.park),
    text('leftover', (row) => suspected(row.told.kind, lang)),
    ...areas<Row>((row) => row.told.areaSquareMetres),
    text('because', (row) => row.told.because.join('; ')),
    text('missing', (row) => row.told.missing.join('; ')),
    number('contact', 3, (row) => row.told.measures.contactShare),
    number('edge', 3, (row) => row.told.measures.edgeShare),
    number('enclosure', 3, (row) => row.told.measures.enclosure),
    number('inscribed', 2, (row) => row.told.measures.inscribedWidthMetres),
    text('standing', (row) => (row.ruling && row.standing ? leftoverWords[row.standing][lang] : null)),
    text('decision', (row) => decisionOf(row, lang)),
    text('office', (row) => row.ruling?.office),
    date('ruledOn', (row) => row.ruling?.at),
    text('document', (row) => row.ruling?.document),
    text('source', (row) => sources.find(({ id }) => id === row.parcel.source)?.title[lang] ?? row.parcel.source),
    text('sample', (row) => yesNo(row.parcel.sample, lang)),
  ];
}

function decisionOf({ ruling }: Row, lang: Lang): string {
  if (!ruling) return exportCellWords.unruled[lang];
  const word = exportCellWords[ruling.claim.decision][lang];
  return ruling.claim.decision === 'change' ? `${word} ${leftoverWords[ruling.claim.kind][lang]}` : word;
}
