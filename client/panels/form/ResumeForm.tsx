import { Button } from 'antd';
import { formText } from '../../text/form';
import { useText } from '../../text/i18n';
import { go, useAddress } from '../../url';
import './form.css';

/** Reminds of picks that are not saved while another thing is looked at, and leads back to them. */
export function ResumeForm() {
  const t = useText(formText);
  const [{ picks, selection }] = useAddress();
  if (picks.length === 0 || selection?.kind === 'form') return null;
  return (
    <div className="form-resume" role="status">
      <span>{t('resume', { count: picks.length })}</span>
      <Button size="small" type="primary" onClick={() => go({ selection: { kind: 'form', id: '-' } })}>
        {t('resumeGo')}
      </Button>
      <Button size="small" onClick={() => go({ picks: [] })}>
        {t('resumeDrop')}
      </Button>
    </div>
  );
}
