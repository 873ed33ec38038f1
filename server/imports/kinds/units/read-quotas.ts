import type { KindWords } from '../../../../data/words/import-kinds/field-words';
import { quotaWords } from '../../../../data/words/import-kinds/figures';
import { not, ok, type Read } from '../reading/held';
import { needed } from '../reading/missing';
import { type Measure, readQuantity } from '../reading/read-quantity';
import type { RecordReader } from '../reading/record-reader';

/** What a unit may use up. */
type Resource = 'land' | 'energy' | 'carbon' | 'emissions';
export interface QuotaRead {
  resource: Resource;
  amount: number;
  unitOfMeasure: string;
}

const squareMetresPerMu = 2000 / 3;
/** What each resource is stored in, and what it may be written in. */
const resources: Record<Resource, { names: RegExp; stored: string; measures: readonly Measure[] }> = {
  land: {
    names: /用地|土地|land/i,
    stored: 'mu',
    measures: [
      { names: /万亩/, factor: 1e4 },
      { names: /亩|\bmu\b/i, factor: 1 },
      { names: /公顷|\bha\b|hectare/i, factor: 15 },
      { names: /平方公里|km2|km²/i, factor: 1500 },
      { names: /平方米|m2|m²|㎡/i, factor: 1 / squareMetresPerMu },
    ],
  },
  energy: {
    names: /能耗|能源|用能|energy/i,
    stored: 'tce',
    measures: [
      { names: /万吨标准?煤(当量)?/, factor: 1e4 },
      { names: /吨标准?煤(当量)?|\btce\b/i, factor: 1 },
    ],
  },
  carbon: {
    names: /碳|carbon|co2/i,
    stored: 'tCO2',
    measures: [
      { names: /万吨(二氧化碳|co2)?(当量)?/i, factor: 1e4 },
      { names: /吨(二氧化碳|co2)?(当量)?|\bt(co2)?e?\b/i, factor: 1 },
    ],
  },
  emissions: {
    names: /污染|排放|排污|emission/i,
    stored: 't',
    measures: [
      { names: /万吨/, factor: 1e4 },
      { names: /吨|\bt\b/i, factor: 1 },
      { names: /千克|公斤|\bkg\b/i, factor: 1e-3 },
    ],
  },
};
const all = Object.keys(resources) as Resource[];

/** Quotas of a record: one by the resource it names, or one from each resource's own column. */
export function readQuotas(reader: RecordReader): Read<QuotaRead[]> {
  const wide = all.filter((resource) => reader.text(resource) !== null);
  if (wide.length === 0) return ofNamed(reader);
  const quotas: QuotaRead[] = [];
  for (const resource of wide) {
    const read = quotaOf(reader, resource, reader.text(resource) ?? '', reader.column(resource) ?? '');
    if (!read.ok) return read;
    quotas.push(read.value);
  }
  return ok(quotas);
}

function ofNamed(reader: RecordReader): Read<QuotaRead[]> {
  const words: KindWords = quotaWords;
  const named = needed(reader, words, 'resource');
  if (!named.ok) return named;
  const resource = all.find((each) => each === named.value || resources[each].names.test(named.value));
  if (!resource) return not('kind-unreadable', { value: named.value });
  const text = reader.text('amount');
  if (text === null) return not('figures-missing');
  const read = quotaOf(reader, resource, text, reader.column('amount') ?? '', named.value);
  return read.ok ? ok([read.value]) : read;
}

function quotaOf(reader: RecordReader, resource: Resource, text: string, column: string, said: string | null = null) {
  const { stored, measures } = resources[resource];
  const unitless = not('measure-unit-unknown', { column, value: stored });
  const named = [column, reader.text('unitOfMeasure'), said];
  const amount = readQuantity({ text, column, measures, named, unitless });
  return amount.ok ? ok<QuotaRead>({ resource, amount: amount.value, unitOfMeasure: stored }) : amount;
}
