import type { ImportMapping } from '../../data/contract';
import type { Warning } from '../formats/raw-file';
import type { Geometry } from './judge-shape';
import type { KindOfImport } from './kinds/kind';
import type { MeasuredRecord } from './measure-records';

/** A record ready for the staging table: judged, with its values read; accepted where `code` is null. */
export interface StagedRecord {
  record: number;
  number: string | null;
  code: string | null;
  args: Record<string, string | number>;
  faultAt: [number, number] | null;
  raw: Record<string, unknown>;
  original: unknown;
  fields: Record<string, unknown>;
  geometry: Geometry | null;
}

const numberChars = 100;
const sampleChars = 40;
const generated: Warning = { code: 'number-generated', args: {} };

/** Opens the reading of mapped values; `warnings` tells at the end which values could not be read. */
export function openStage(kind: KindOfImport, mapping: ImportMapping, fileName: string) {
  const unreadable = new Map<string, Warning>();
  const note = (field: string, column: string, sample: string): void => {
    const known = unreadable.get(field)?.args;
    const args = {
      field,
      kind: kind.id,
      column,
      sample: known?.sample ?? sample.slice(0, sampleChars),
      count: Number(known?.count ?? 0) + 1,
    };
    unreadable.set(field, { code: 'values-unreadable', args });
  };
  const generates = kind.fields.some((field) => field.distinct && !mapping.columns[field.id]);
  const stem = fileName.replace(/\.[^.]*$/, '').slice(0, numberChars / 2);
  return {
    stage(measured: MeasuredRecord): StagedRecord {
      const read = kind.read(measured.properties, mapping, note, measured.geometry !== null);
      const fault = measured.fault ?? read.fault;
      return {
        record: measured.record,
        number: read.key ?? (fault ? null : `${stem}-${measured.record}`),
        code: fault?.code ?? null,
        args: fault?.args ?? {},
        faultAt: fault?.at ?? null,
        raw: measured.properties,
        original: measured.converted || fault ? measured.original : null,
        fields: { ...read.fields, ...areaFields(measured) },
        geometry: fault ? null : measured.geometry,
      };
    },
    warnings: (): Warning[] => [...(generates ? [generated] : []), ...unreadable.values()],
  };
}

function areaFields({ areas }: MeasuredRecord): Record<string, unknown> {
  if (!areas) return {};
  return {
    area_square_metres: areas.areaSquareMetres,
    area_planar_square_metres: areas.planarSquareMetres,
    planar_crs: areas.planarCrs,
  };
}
