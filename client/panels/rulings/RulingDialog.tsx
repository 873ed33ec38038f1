import { Alert, App, AutoComplete, Button, Drawer, Form, Input, Tag } from 'antd';
import { useState } from 'react';
import { makeRuling, type Ruling } from '../../../data/contract';
import { useWrite } from '../../answers';
import { useNarrow } from '../../shell/useNarrow';
import { useText } from '../../text/i18n';
import { rulingsText } from '../../text/rulings';
import { useUndoToast } from '../history/useUndoToast';
import { AttachmentField } from './AttachmentField';
import { keyOfAbout, type RulingAbout } from './about';
import { GapClaimField, PlotClaimField } from './ClaimField';
import { type Fields, fieldsOf, gapClaimOf, plotClaimOf } from './claims';
import { Found } from './Found';
import { OfficeField } from './OfficeField';
import { keepRecent, recentNow } from './recent';
import { useAttachments } from './useAttachments';
import './rulings.css';

interface Props {
  /** What is ruled on and what the machine found of it; null keeps the dialog shut. */
  about: RulingAbout | null;
  /** The ruling in force on it, which this one takes the place of: see `rulingOn`. */
  standing: Ruling | null;
  onClose: () => void;
  /** Given where there is another to rule on: offers to record and go on; called after the ruling is stored. */
  onNext?: () => void;
}

/**
 * Rules on a plot or on what a gap holds, beside the finding, which stays. It lies over the right panel alone, so that
 * the map with its evidence stays in sight; it stores the ruling, refreshes the page's answers and offers to undo.
 */
export function RulingDialog({ about, standing, onClose, onNext }: Props) {
  const t = useText(rulingsText);
  const narrow = useNarrow();
  return (
    <Drawer
      open={about !== null}
      onClose={onClose}
      title={about && <Title about={about} />}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '90%' : 400}
      mask={false}
      focusable={{ trap: false }}
      rootClassName="ruling"
      destroyOnHidden
      aria-label={t('rule')}
    >
      {about && (
        <RulingForm
          key={keyOfAbout(about)}
          about={about}
          standing={standing}
          onClose={onClose}
          {...(onNext ? { onNext } : {})}
        />
      )}
    </Drawer>
  );
}

function Title({ about }: { about: RulingAbout }) {
  const t = useText(rulingsText);
  return (
    <>
      {about.subject === 'plot'
        ? t('titlePlot', { number: about.parcel.number })
        : t('titleGap', { from: about.plots[0].number, to: about.plots[1].number })}
      <small className="ruling-park">{t('besidePark', { park: about.park.name })}</small>
    </>
  );
}

function RulingForm({ about, standing, onClose, onNext }: Omit<Props, 'about'> & { about: RulingAbout }) {
  const t = useText(rulingsText);
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [recent] = useState(recentNow);
  const files = useAttachments(standing?.attachments ?? []);
  const write = useWrite(makeRuling);
  const offerUndo = useUndoToast();
  const record = (fields: Fields, goOn: boolean) => {
    const body = bodyOf(about, fields, files.stored);
    if (!body) return;
    write.mutate(
      { body },
      {
        onSuccess: ({ event }) => {
          keepRecent({
            park: about.park.id,
            reason: body.reason,
            document: body.document ?? '',
            office: body.office ?? '',
          });
          if (goOn) onNext?.();
          else onClose();
          offerUndo(about.subject === 'plot' ? t('ruled', { number: about.parcel.number }) : t('ruledGap'), event);
        },
        onError: (error) => void message.error(`${t('failed')}: ${error.message}`),
      },
    );
  };
  const submit = (goOn: boolean) =>
    void form.validateFields().then(
      (fields) => record(fields, goOn),
      () => form.focusField('reason'),
    );
  const goesOn = onNext !== undefined;
  return (
    <Form<Fields>
      form={form}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !files.isSending) submit(goesOn);
      }}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        document: recent.park === about.park.id ? recent.document : '',
        ...fieldsOf(about, standing),
      }}
      onFinish={(fields) => record(fields, false)}
    >
      <Found about={about} />
      {about.subject === 'plot' ? <PlotClaimField found={about.found} /> : <GapClaimField />}
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('reasonNeeded') }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} placeholder={t('reasonPlaceholder')} />
      </Form.Item>
      {recent.reasons.length > 0 && (
        <fieldset className="ruling-reasons" aria-label={t('reasonsUsed')}>
          {recent.reasons.map((reason) => (
            <Tag.CheckableTag key={reason} checked={false} onChange={() => form.setFieldsValue({ reason })}>
              {reason}
            </Tag.CheckableTag>
          ))}
        </fieldset>
      )}
      <Form.Item name="document" label={t('document')}>
        <AutoComplete
          maxLength={200}
          placeholder={t('documentPlaceholder')}
          options={recent.document ? [{ value: recent.document }] : []}
        />
      </Form.Item>
      <OfficeField subject={about.subject} recent={recent.office} />
      <Form.Item label={t('attachments')}>
        <AttachmentField files={files} />
      </Form.Item>
      {files.isSending && <Alert type="info" showIcon title={t('attachWait')} />}
      <footer className="ruling-foot">
        {onNext && (
          <Button
            type="primary"
            title="Ctrl + Enter"
            loading={write.isPending}
            disabled={files.isSending}
            onClick={() => submit(true)}
          >
            {t('submitNext')}
          </Button>
        )}
        <Button
          type={onNext ? 'default' : 'primary'}
          loading={write.isPending}
          disabled={files.isSending}
          onClick={() => submit(false)}
        >
          {t('submit')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </footer>
    </Form>
  );
}

/** What is sent for a filled form; null while the claim is not complete. */
function bodyOf(about: RulingAbout, fields: Fields, attachments: { sha256: string; name: string }[]) {
  const grounds = {
    park: about.park.id,
    reason: fields.reason.trim(),
    document: fields.document?.trim() || undefined,
    office: fields.office?.trim() || undefined,
    attachments,
  };
  if (about.subject === 'gap') {
    const claim = gapClaimOf(fields, [about.plots[0].id, about.plots[1].id]);
    return claim && { subject: 'gap' as const, claim, ...grounds };
  }
  const claim = plotClaimOf(fields, about.found);
  return claim && { subject: 'plot' as const, parcel: about.parcel.id, claim, ...grounds };
}
