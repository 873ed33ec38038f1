import type { ReactNode } from 'react';
import type { JoinParkAnswer } from '../../../data/contract';
import { contiguityWords, readingWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { joinText } from '../../text/join';
import { parkText } from '../../text/park';
import { useAddress } from '../../url';
import { CONTIGUITY_SIGNS } from '../park/Readings';
import { TEST_WORDS } from '../park/testWords';
import { VerdictMark } from '../parts/VerdictMark';

type Side = JoinParkAnswer['today'];
interface Row {
  readonly label: string;
  readonly cell: (side: Side) => ReactNode;
  /** What is compared to tell whether the set changes it. */
  readonly value: (side: Side) => string | number;
}

/** The verdict on the park as it is beside the one with the set taken in; what changes stands out. */
export function TwoVerdicts({ today, joined }: { today: Side; joined: Side }) {
  const t = useText(joinText);
  const rows = useRows(today);
  return (
    <table className="join-compare">
      <caption>{t('compare')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('today')}</th>
          <th scope="col">{t('joined')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, cell, value }) => (
          <tr key={label} data-changed={value(today) !== value(joined)}>
            <th scope="row">{label}</th>
            <td>{cell(today)}</td>
            <td>{cell(joined)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useRows(today: Side): Row[] {
  const t = useText(joinText);
  const words = useText(parkText);
  const format = useFormat();
  const [{ reading }] = useAddress();
  const tests = today.tests.map(({ id }): Row => {
    const of = (side: Side) => side.tests.find((test) => test.id === id)?.verdict ?? 'unknown';
    if (id === 'contiguity')
      return {
        label: words('contiguity'),
        value: ({ contiguity }) => contiguity,
        cell: ({ contiguity }) => (
          <VerdictMark verdict={CONTIGUITY_SIGNS[contiguity]} word={format.name(contiguityWords[contiguity])} />
        ),
      };
    const label = id in TEST_WORDS ? words(TEST_WORDS[id as keyof typeof TEST_WORDS]) : id;
    return { label, value: of, cell: (side) => <VerdictMark verdict={of(side)} /> };
  });
  return [
    { label: t('titleRow'), value: ({ title }) => title, cell: ({ title }) => <VerdictMark verdict={title} /> },
    ...tests,
    {
      label: reading === 'normal' ? t('pieces') : t('piecesUnder', { reading: format.name(readingWords[reading]) }),
      value: ({ pieces }) => pieces,
      cell: ({ pieces }) => words('pieces', { count: pieces }),
    },
    { label: t('areaRow'), value: ({ areaMu }) => areaMu, cell: ({ areaMu }) => format.mu(areaMu) },
  ];
}
