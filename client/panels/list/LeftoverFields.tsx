import { InputNumber, Tag } from 'antd';
import { type LeftoverKind, listParks, plotStatus, tenure } from '../../../data/contract';
import { leftoverWords, statusWords, tenureWords } from '../../../data/words/vocabulary';
import { useAnswer } from '../../answers';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { FilterSelect } from './FilterSelect';
import type { ListFilter } from './useListFilter';

const KINDS: readonly LeftoverKind[] = ['corner', 'scattered', 'enclosed', 'manual', 'unknown'];
const RULED = ['none', 'any', 'accepted', 'changed', 'rejected'] as const;

/** The filter of the list of leftover plots: class, ruling, status, tenure, area from and to, and the park it is narrowed to. */
export function LeftoverFields({ filter }: { filter: ListFilter }) {
  const t = useText(plotsText);
  const format = useFormat();
  return (
    <>
      <ParkTag filter={filter} />
      <FilterSelect
        several
        filter={filter}
        name="kind"
        label={t('fKind')}
        options={KINDS.map((value) => ({ value, label: format.name(leftoverWords[value]) }))}
      />
      <FilterSelect
        filter={filter}
        name="ruled"
        label={t('fRuled')}
        any={t('fRuledAny')}
        options={RULED.map((value) => ({ value, label: t(`ruled_${value}`) }))}
      />
      <FilterSelect
        several
        filter={filter}
        name="status"
        label={t('fStatus')}
        options={plotStatus.options.map((value) => ({ value, label: format.name(statusWords[value]) }))}
      />
      <FilterSelect
        several
        filter={filter}
        name="tenure"
        label={t('fTenure')}
        options={tenure.options.map((value) => ({ value, label: format.name(tenureWords[value]) }))}
      />
      <AreaField filter={filter} name="minMu" label={t('fAreaFrom')} />
      <AreaField filter={filter} name="maxMu" label={t('fAreaTo')} />
    </>
  );
}

function AreaField({ filter, name, label }: { filter: ListFilter; name: 'minMu' | 'maxMu'; label: string }) {
  const t = useText(plotsText);
  const held = Number(filter.get(name) ?? Number.NaN);
  return (
    <InputNumber<number>
      size="small"
      className="list-number"
      min={0}
      step={0.5}
      prefix={label}
      suffix={t('fAreaUnit')}
      aria-label={`${label} (${t('fAreaUnit')})`}
      value={Number.isFinite(held) ? held : null}
      onChange={(value) => filter.set(name, value === null ? null : String(value))}
    />
  );
}

/** Says that the list is narrowed to one park, and lets it go. */
function ParkTag({ filter }: { filter: ListFilter }) {
  const t = useText(plotsText);
  const park = filter.get('park');
  const parks = useAnswer(listParks, {}, { layers: ['parks'], keep: true }).data?.rows;
  if (!park) return null;
  return (
    <Tag closable className="list-narrowed" onClose={() => filter.set('park', null)}>
      {t('fParkOnly', { park: parks?.find(({ id }) => id === park)?.name ?? park })}
    </Tag>
  );
}
