import type { Named, TitleAnswer } from '../../../data/contract';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { Mark, Section } from '../parts/Panel';

interface Props {
  parameters: TitleAnswer['parameters'];
  ruleset: Named;
}

/** Every parameter that the verdict used, with its value and whether policy, an assumption or the reader set it. */
export function Parameters({ parameters, ruleset }: Props) {
  const t = useText(parkText);
  const format = useFormat();
  return (
    <Section title={t('parameters')} aside={t('ruleset', { title: format.name(ruleset) })}>
      <table className="params">
        <tbody>
          {Object.entries(parameters).map(([name, { value, origin }]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{String(value)}</td>
              <td>
                {origin === 'assumption' ? (
                  <Mark tone="warn" tip={t('assumptionTip')}>
                    {t('assumption')}
                  </Mark>
                ) : (
                  <Mark>{t(origin)}</Mark>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
