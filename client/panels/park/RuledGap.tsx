import { App, Button } from 'antd';
import { type GapRulingRow, withdrawRuling } from '../../../data/contract';
import { useWrite } from '../../answers';
import { useText } from '../../text/i18n';
import { problemsText } from '../../text/problems';
import { rulingsText } from '../../text/rulings';
import { useUndoToast } from '../history/useUndoToast';
import { useClaimWords } from '../rulings/claimWords';
import { Grounds } from '../rulings/RulingCard';

interface Props {
  ruling: GapRulingRow;
  numberOf: (id: string) => string;
}

/** What was ruled of a gap, by whom, when and on what document; it can be withdrawn, and that undone. */
export function RuledGap({ ruling, numberOf }: Props) {
  const t = useText(problemsText);
  const words = useText(rulingsText);
  const claimWords = useClaimWords();
  const { message, modal } = App.useApp();
  const withdraw = useWrite(withdrawRuling);
  const offerUndo = useUndoToast();
  const [from, to] = ruling.claim.plots.map(numberOf);
  const ask = () =>
    modal.confirm({
      title: words('withdrawAsk'),
      content: t('withdrawWhy'),
      okText: words('withdraw'),
      cancelText: words('cancel'),
      onOk: () =>
        withdraw.mutateAsync({ params: { id: ruling.id } }).then(
          ({ event }) => offerUndo(t('withdrawn', { from: from ?? '', to: to ?? '' }), event),
          (error: Error) => void message.error(error.message),
        ),
    });
  return (
    <section className="ruling-card" aria-label={words('standing')}>
      <div className="row">
        <b>{claimWords(ruling)}</b>
        <Button size="small" onClick={() => void ask()}>
          {words('withdraw')}
        </Button>
      </div>
      <small>{t('ruledBetween', { from: from ?? '', to: to ?? '' })}</small>
      <Grounds ruling={ruling} />
    </section>
  );
}
