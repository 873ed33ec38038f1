import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useKey } from '../../keys/useKey';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { useListFilter } from '../list/useListFilter';
import { useRound } from './useRound';
import './round.css';

/** How far the rulings on the list are, with the way to the next and previous plot not ruled on: N and B. `park` offers to narrow the list to it. */
export function RoundBar({ park }: { park?: string | undefined }) {
  const t = useText(plotsText);
  const format = useFormat();
  const { step, done, of, hasNext, isKnown } = useRound();
  const filter = useListFilter();
  useKey('next', () => step(1));
  useKey('previous', () => step(-1));
  if (!isKnown || of === 0) return null;
  const words = t('roundDone', { done: format.number(done), of: format.number(of) });
  return (
    <div className="round-bar">
      <span role="status">{done === of ? `${words} · ${t('roundAll')}` : words}</span>
      {park !== undefined && filter.get('park') !== park && (
        <button type="button" className="link" onClick={() => filter.set('park', park)}>
          {t('roundPark')}
        </button>
      )}
      <Button
        size="small"
        type="text"
        icon={<UpOutlined />}
        disabled={!hasNext}
        title={t('roundPrevious')}
        aria-label={t('roundPrevious')}
        onClick={() => step(-1)}
      />
      <Button
        size="small"
        type="text"
        icon={<DownOutlined />}
        disabled={!hasNext}
        title={t('roundNext')}
        aria-label={t('roundNext')}
        onClick={() => step(1)}
      />
    </div>
  );
}
