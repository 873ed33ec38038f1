import { Select } from 'antd';
import { usePageState } from '../answers';
import { boxOfBoxes } from '../map/boxAround';
import { useMapHand } from '../map/hand';
import { useUnits } from '../map/useCity';
import { useFormat } from '../text/format';
import { useText } from '../text/i18n';
import { missingText } from '../text/missing';
import { shellText } from '../text/shell';
import { useAddress } from '../url';

/** Narrows the page to a belt or a unit; the map follows. */
export function ScopeChoice() {
  const t = useText(shellText);
  const m = useText(missingText);
  const format = useFormat();
  const hand = useMapHand();
  const [{ scope }, go] = useAddress();
  const answer = useUnits().data;
  const extent = usePageState().data?.extent;
  const units = answer?.units.filter((unit) => unit.kind !== 'context') ?? [];
  const choose = (value: string) => {
    go({ scope: value });
    const [kind, id] = value.split('/');
    const within = units.filter((unit) => (kind === 'unit' ? unit.id === id : unit.belt === id));
    const box = kind === 'city' ? extent : boxOfBoxes(within.map((unit) => unit.bbox));
    if (box) hand.fit(box);
  };
  const [kind, id] = scope.split('/');
  const known = kind === 'belt' ? answer?.belts.some((belt) => belt.id === id) : units.some((unit) => unit.id === id);
  const lost = answer !== undefined && kind !== 'city' && !known;
  return (
    <Select
      value={scope}
      {...(lost ? { status: 'error' as const } : {})}
      aria-label={t('scope')}
      style={{ width: 168 }}
      popupMatchSelectWidth={220}
      onChange={choose}
      options={[
        ...(lost ? [{ value: scope, label: m('noScope', { id: id ?? scope }) }] : []),
        { value: 'city', label: lost ? m('wholeCity') : t('scopeCity') },
        {
          label: t('scopeBelt'),
          options: (answer?.belts ?? []).map((belt) => ({ value: `belt/${belt.id}`, label: format.name(belt.name) })),
        },
        {
          label: t('scopeUnit'),
          options: units.map((unit) => ({ value: `unit/${unit.id}`, label: format.name(unit.name) })),
        },
      ]}
    />
  );
}
