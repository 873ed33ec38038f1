import { Alert, App, Button } from 'antd';
import { ATTACHMENTS_PATH, type LeftoverKind, type Ruling, withdrawRuling } from '../../../data/contract';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useWrite } from '../../answers';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulingsText } from '../../text/rulings';
import { useUndoToast } from '../history/useUndoToast';
import { writeBytes } from '../import/writeBytes';
import { useClaimWords } from './claimWords';
import { RulingHistory } from './RulingHistory';
import './rulings.css';

interface Props {
  /** The ruling in force; null while there is none. */
  ruling: Ruling | null;
  subject: { park: string; number: string };
  /** What the machine finds today. */
  foundNow: LeftoverKind;
  onRule: () => void;
}

/** What was ruled on a plot, by whom, on what document, with its attachments and its history; before that, the way to rule. */
export function RulingCard({ ruling, subject, foundNow, onRule }: Props) {
  const t = useText(rulingsText);
  const claimWords = useClaimWords();
  return (
    <section className="ruling-card" aria-label={t('standing')}>
      <div className="row">
        <b>{ruling ? claimWords(ruling) : t('suspected')}</b>
        <Button size="small" type={ruling ? 'default' : 'primary'} onClick={onRule}>
          {t(ruling ? 'ruleAgain' : 'rule')}
        </Button>
      </div>
      {ruling && <Grounds ruling={ruling} />}
      {ruling?.subject === 'plot' && ruling.foundOtherwise && (
        <Alert type="warning" showIcon title={<Otherwise foundAs={ruling.foundAs} foundNow={foundNow} />} />
      )}
      {ruling && <Withdraw ruling={ruling} number={subject.number} />}
      <RulingHistory park={subject.park} number={subject.number} />
    </section>
  );
}

function Otherwise({ foundAs, foundNow }: { foundAs: LeftoverKind | null; foundNow: LeftoverKind }) {
  const t = useText(rulingsText);
  const { name } = useFormat();
  const now = name(leftoverWords[foundNow]);
  return foundAs
    ? t('foundOtherwise', { before: name(leftoverWords[foundAs]), now })
    : t('foundOtherwiseUnknown', { now });
}

/** Who ruled, when, for which office, on what document and why, and the files it rests on. */
export function Grounds({ ruling }: { ruling: Ruling }) {
  const t = useText(rulingsText);
  const format = useFormat();
  const by = { actor: ruling.actor, at: format.time(ruling.at) };
  return (
    <>
      <small>{ruling.office ? t('byOffice', { ...by, office: ruling.office }) : t('by', by)}</small>
      <small>{ruling.document ? t('documentLine', { document: ruling.document }) : t('noDocument')}</small>
      <small>{t('reasonLine', { reason: ruling.reason })}</small>
      {ruling.subject === 'plot' && ruling.foundAs && (
        <small>{t('foundThen', { kind: format.name(leftoverWords[ruling.foundAs]) })}</small>
      )}
      <ul className="plain attached" aria-label={t('attachments')}>
        {ruling.attachments.map(({ sha256, name, byteLength }) => (
          <li key={sha256}>
            <a className="attached-name" href={`${ATTACHMENTS_PATH}/${sha256}`} download={name}>
              {name}
            </a>
            <small>{writeBytes(byteLength)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Takes a ruling back, once it is asked whether that is meant; offers to undo. */
function Withdraw({ ruling, number }: { ruling: Ruling; number: string }) {
  const t = useText(rulingsText);
  const { message, modal } = App.useApp();
  const withdraw = useWrite(withdrawRuling);
  const offerUndo = useUndoToast();
  const ask = () =>
    modal.confirm({
      title: t('withdrawAsk'),
      content: t('withdrawWhy'),
      okText: t('withdraw'),
      cancelText: t('cancel'),
      onOk: () =>
        withdraw.mutateAsync({ params: { id: ruling.id } }).then(
          ({ event }) => offerUndo(t('withdrawn', { number }), event),
          (error: Error) => void message.error(error.message),
        ),
    });
  return (
    <button type="button" className="link" onClick={() => void ask()}>
      {t('withdraw')}
    </button>
  );
}
