import type { Answer, readRules } from '../../../data/contract';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { partsText } from '../../text/parts';
import { rulesText } from '../../text/rules';
import { RuleControl } from './RuleControl';
import { isMovable, type RuleRow, writeValue } from './ruleValue';
import type { Moves } from './useMoves';

type Rules = Answer<typeof readRules>;
export const GROUPS = ['title', 'contiguity', 'leftover', 'grades', 'measure'] as const;
export type Group = (typeof GROUPS)[number];

interface Props {
  rules: Rules;
  moves: Moves;
  /** Groups that stand open. */
  open: readonly string[];
  onFold: (group: Group, isOpen: boolean) => void;
}

/** Every rule by group, folded until the reader opens it; what cannot be moved stands last and says why. */
export function RuleGroups({ rules, moves, open, onFold }: Props) {
  const t = useText(rulesText);
  return (
    <>
      {GROUPS.map((group) => {
        const rows = rules.rules.filter(({ rule }) => rule.startsWith(`${group}.`));
        const count = moves.moved.filter(({ rule }) => rule.startsWith(`${group}.`)).length;
        const isOpen = open.includes(group);
        return (
          <details
            key={group}
            className="panel-section panel-folded"
            id={`rules-${group}`}
            open={isOpen}
            onToggle={(event) => onFold(group, event.currentTarget.open)}
          >
            <summary>
              <h3>{t(`group_${group}`)}</h3>
              <span className="panel-aside">
                {count > 0 ? <b>{t('groupMoved', { count })}</b> : t('groupCount', { count: rows.length })}
              </span>
            </summary>
            {isOpen && (
              <ul className="rule-list">
                {[...rows.filter(isMovable), ...rows.filter((row) => !isMovable(row))].map((row) => (
                  <li key={row.rule}>
                    {isMovable(row) ? <RuleControl row={row} moves={moves} /> : <FixedRule row={row} />}
                    <Grounds row={row} rules={rules} />
                  </li>
                ))}
              </ul>
            )}
          </details>
        );
      })}
    </>
  );
}

/** A rule that stays where it is, with the reason. */
function FixedRule({ row }: { row: RuleRow }) {
  const t = useText(rulesText);
  const format = useFormat();
  return (
    <div className="rule-control">
      <div className="rule-head">
        <b>{format.name(row.title)}</b>
        {typeof row.value !== 'object' && <span>{writeValue(row, row.value, format.name)}</span>}
      </div>
      <p className="rule-now">{t(row.touches.length > 0 ? 'fixedList' : 'fixedElsewhere')}</p>
    </div>
  );
}

/** What a rule rests on: its note, its clause and origin, whose it is. */
function Grounds({ row, rules }: { row: RuleRow; rules: Rules }) {
  const t = useText(rulesText);
  const words = useText(partsText);
  const format = useFormat();
  const document = rules.documents[row.clause.document];
  const clause = format.clause({ ...row.clause, ...(document ? { document: format.name(document) } : {}) });
  const offices = row.responsible.map((office) => {
    const name = rules.offices[office];
    return name ? format.name(name) : office;
  });
  return (
    <div className="rule-grounds">
      <p>{format.name(row.note)}</p>
      <p>
        {words('clause')} · {clause} · {t('offices', { offices: format.list(offices) })}
      </p>
    </div>
  );
}
