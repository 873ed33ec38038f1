import { AutoComplete, Form } from 'antd';
import { useEffect } from 'react';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulingsText } from '../../text/rulings';
import type { RulingAbout } from './about';
import type { Fields } from './claims';
import { useOffices } from './useOffices';

/** The office that rules: the responsible ones together unless another is named; says whom the ruling belongs to. */
export function OfficeField({ subject, recent }: { subject: RulingAbout['subject']; recent: string }) {
  const t = useText(rulingsText);
  const format = useFormat();
  const form = Form.useFormInstance<Fields>();
  const offices = useOffices(subject);
  const together = format.list(offices);
  useEffect(() => {
    if (together && !form.isFieldTouched('office')) form.setFieldsValue({ office: recent || together });
  }, [form, recent, together]);
  const choices = [...new Set([together, ...offices, recent])].filter(Boolean);
  return (
    <Form.Item
      name="office"
      label={t('office')}
      extra={together && t(offices.length > 1 ? 'responsibleJointly' : 'responsible', { offices: together })}
    >
      <AutoComplete maxLength={80} options={choices.map((value) => ({ value }))} />
    </Form.Item>
  );
}
