import { Form, Radio, Select } from 'antd';
import { type LeftoverKind, surroundingKind } from '../../../data/contract';
import { leftoverWords, surroundingWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulingsText } from '../../text/rulings';
import { CLASSES, type Fields, isClass } from './claims';

/** What a person may say of a plot: agree, name another class, or that it is no leftover plot. */
export function PlotClaimField({ found }: { found: LeftoverKind }) {
  const t = useText(rulingsText);
  const format = useFormat();
  const decision = Form.useWatch<Fields['decision']>('decision');
  const open = found === 'manual' || found === 'unknown';
  const kind = format.name(leftoverWords[found]);
  return (
    <>
      <Form.Item
        name="decision"
        label={t('decision')}
        rules={[{ required: true, message: t('kindNeeded') }]}
        extra={open ? t('acceptNothing') : undefined}
      >
        <Radio.Group
          className="ruling-choices"
          options={[
            { value: 'accept', label: t(isClass(found) ? 'accept' : 'acceptPlain', { kind }), disabled: open },
            { value: 'change', label: t('change') },
            { value: 'reject', label: t('reject') },
          ]}
        />
      </Form.Item>
      {decision === 'change' && (
        <Form.Item name="kind" label={t('changeTo')} rules={[{ required: true, message: t('kindNeeded') }]}>
          <Radio.Group
            optionType="button"
            options={CLASSES.filter((value) => value !== found).map((value) => ({
              value,
              label: format.name(leftoverWords[value]),
            }))}
          />
        </Form.Item>
      )}
    </>
  );
}

/** What a person saw in a gap: nothing, or things of these kinds. */
export function GapClaimField() {
  const t = useText(rulingsText);
  const format = useFormat();
  const content = Form.useWatch<Fields['content']>('content');
  return (
    <>
      <Form.Item name="content" label={t('holds')} rules={[{ required: true, message: t('kindsNeeded') }]}>
        <Radio.Group
          className="ruling-choices"
          options={[
            { value: 'nothing', label: t('holdsNothing') },
            { value: 'kinds', label: t('holdsKinds') },
          ]}
        />
      </Form.Item>
      {content === 'kinds' && (
        <Form.Item name="holds" rules={[{ required: true, message: t('kindsNeeded') }]}>
          <Select
            mode="multiple"
            aria-label={t('holdsKinds')}
            optionFilterProp="label"
            options={surroundingKind.options.map((value) => ({ value, label: format.name(surroundingWords[value]) }))}
          />
        </Form.Item>
      )}
    </>
  );
}
