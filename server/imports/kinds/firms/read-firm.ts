import type { ChainLink, ImportMapping } from '../../../../data/contract';
import type { NoteUnreadable, ReadRecord } from '../kind';
import { ok } from '../reading/held';
import { readSegment } from '../reading/read-segment';
import { openRecord } from '../reading/record-reader';
import { readGrades } from './read-grades';
import { readLocation } from './read-location';
import { readUscc } from './read-uscc';

const links: readonly (readonly [RegExp, ChainLink])[] = [
  [/总装|整机|final-assembly/, 'final-assembly'],
  [/芯片|chip-making/, 'chip-making'],
  [/系统集成|system-integration/, 'system-integration'],
  [/关键新材料|key-materials/, 'key-materials'],
];

/**
 * Reads a firm with its grades. Lists have a row for each firm or a row for each award, so what tells records apart is the
 * firm with its awards. A segment that the plan does not name is unknown, a link it does not name is another.
 */
export function readFirm(
  properties: Record<string, unknown>,
  mapping: ImportMapping,
  note: NoteUnreadable,
  placed = false,
): ReadRecord {
  const reader = openRecord(properties, mapping, note);
  const uscc = readUscc(reader);
  const grades = readGrades(reader);
  const location = placed ? ok(null) : readLocation(reader);
  const fault = [uscc, grades, location].find((read) => !read.ok);
  const link = reader.text('link');
  const [longitude, latitude] = (location.ok && location.value) || [null, null];
  const awards = grades.ok ? grades.value.map(({ grade, from }) => `${grade} ${from}`) : [];
  return {
    key: uscc.ok ? [uscc.value, ...awards].join(' ') : null,
    fault: fault?.ok === false ? fault.fault : null,
    fields: {
      uscc: uscc.ok ? uscc.value : null,
      name: reader.text('name'),
      unit: reader.text('unit'),
      plot: reader.text('plot'),
      segment: reader.known('segment', readSegment),
      link: link && (links.find(([pattern]) => pattern.test(link))?.[1] ?? 'other'),
      longitude,
      latitude,
      grades: grades.ok ? grades.value : [],
    },
  };
}
