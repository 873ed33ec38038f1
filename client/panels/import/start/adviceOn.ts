import { namesOf } from './gatherFiles';

/** Formats that are known and not read, with the key of the advice on each. */
const ADVICE = {
  dwg: 'no_dwg',
  mdb: 'no_mdb',
  accdb: 'no_mdb',
  vct: 'no_vct',
  xls: 'no_xls',
  et: 'no_xls',
  rar: 'no_rar',
  '7z': 'no_rar',
} as const;
export type Advice = (typeof ADVICE)[keyof typeof ADVICE];

/** What to do with a file whose format is known and not read, so that it need not travel first; null for all others. */
export function adviceOn(fileName: string): Advice | null {
  const { extension } = namesOf(fileName);
  return Object.hasOwn(ADVICE, extension) ? ADVICE[extension as keyof typeof ADVICE] : null;
}
