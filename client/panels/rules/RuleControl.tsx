import { UndoOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, InputNumber, Segmented, Slider, Switch } from 'antd';
import { useId } from 'react';
import { ruleUnits } from '../../../data/words/rules';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { partsText } from '../../text/parts';
import { rulesText } from '../../text/rules';
import { Mark } from '../parts/Panel';
import { type MovableRule, plainFigure, type RuleValue, scaleOf, writeValue } from './ruleValue';
import type { Moves } from './useMoves';

interface Props {
  row: MovableRule;
  moves: Moves;
}

/** A rule that can be moved: its name, origin and value in force, a hand on it, and the way back. */
export function RuleControl({ row, moves }: Props) {
  const t = useText(rulesText);
  const words = useText(partsText);
  const format = useFormat();
  const id = useId();
  const title = format.name(row.title);
  const value = moves.valueAt(row);
  const isMoved = value !== row.value;
  const inForce = writeValue(row, row.value, format.name);
  return (
    <div className="rule-control" data-moved={isMoved}>
      <div className="rule-head">
        <b id={id}>{title}</b>
        {row.origin === 'policy' ? (
          <Mark>{words('policy')}</Mark>
        ) : (
          <Mark tone="warn" tip={words('assumptionTip')}>
            {words('assumption')}
          </Mark>
        )}
        {isMoved && (
          <Button
            size="small"
            type="text"
            icon={<UndoOutlined />}
            aria-label={t('resetOf', { title })}
            onClick={() => moves.move(row, null)}
          >
            {t('reset')}
          </Button>
        )}
      </div>
      <Hand row={row} title={title} value={value} onMove={(next) => moves.move(row, next)} />
      <p className="rule-now">
        {t('inForce', { value: inForce })}
        {' · '}
        {t('affects', { what: format.list(row.touches.map((what) => t(`touches_${what}`))) })}
      </p>
      {isMoved && row.origin === 'policy' && (
        <p className="rule-policy" role="note">
          <WarningOutlined aria-hidden="true" /> {t('policyMoved', { value: inForce })}
        </p>
      )}
    </div>
  );
}

interface HandProps {
  row: MovableRule;
  title: string;
  value: RuleValue;
  onMove: (value: RuleValue | null) => void;
}

function Hand({ row, title, value, onMove }: HandProps) {
  const t = useText(rulesText);
  const format = useFormat();
  const { move } = row;
  if (move.as === 'switch')
    return (
      <div className="rule-hand">
        <Switch checked={value === true} aria-label={title} onChange={onMove} />
        <span>{writeValue(row, value, format.name)}</span>
      </div>
    );
  if (move.as === 'choice')
    return (
      <div className="rule-hand">
        <Segmented
          size="small"
          value={String(value)}
          aria-label={title}
          options={move.of.map((word) => ({ value: word, label: writeValue(row, word, format.name) }))}
          onChange={onMove}
        />
      </div>
    );
  const scale = scaleOf(row);
  const shown = plainFigure(Number(value) * scale);
  const now = plainFigure(Number(row.value) * scale);
  const range = { min: plainFigure(move.least * scale), max: plainFigure(move.most * scale) };
  const step = plainFigure(move.step * scale);
  const unit = ruleUnits[row.unit];
  const put = (figure: number | null) => {
    if (figure !== null && Number.isFinite(figure)) onMove(plainFigure(figure / scale));
  };
  return (
    <div className="rule-hand">
      <Slider
        {...range}
        step={step}
        value={shown}
        marks={{ [now]: <span aria-hidden="true">▲</span> }}
        ariaLabelForHandle={t('sliderOf', { title })}
        ariaValueTextFormatterForHandle={(figure) => writeValue(row, (figure ?? 0) / scale, format.name)}
        tooltip={{ formatter: (figure) => writeValue(row, (figure ?? 0) / scale, format.name) }}
        onChange={put}
      />
      <InputNumber<number>
        {...range}
        step={step}
        {...(move.whole ? { precision: 0 } : {})}
        formatter={(figure, { userTyping, input }) => (userTyping ? input : String(plainFigure(Number(figure))))}
        value={shown}
        suffix={unit ? format.name(unit) : undefined}
        aria-label={t('valueOf', { title })}
        onChange={put}
      />
    </div>
  );
}
