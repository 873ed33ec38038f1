import type { Named, TitleAnswer } from '../../../data/contract';
import { parameterWords } from '../../../data/words/parameters';
import type { Format } from '../../text/format';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { Folded, Mark } from '../parts/Panel';
import { WhatIfLink } from '../rules/WhatIfLink';

type Parameters = TitleAnswer['parameters'];

/** Every parameter that the verdict used, with its value and whether policy, an assumption or the reader set it. */
export function Parameters({ parameters, ruleset }: { parameters: Parameters; ruleset: Named }) {
  const t = useText(parkText);
  const format = useFormat();
  return (
    <Folded title={t('parameters')} aside={t('ruleset', { title: format.name(ruleset) })}>
      <table className="params">
        <tbody>
          {Object.entries(parameters).map(([name, { value, origin }]) => (
            <tr key={name}>
              <th scope="row">{parameterWords[name] ? format.name(parameterWords[name].name) : name}</th>
              <td>{writeValue(name, value, format)}</td>
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
      <p className="hint">
        <WhatIfLink group="contiguity" />
      </p>
    </Folded>
  );
}

function writeValue(name: string, value: Parameters[string]['value'], format: Format): string {
  if (typeof value !== 'number') return String(value);
  const unit = parameterWords[name]?.unit;
  if (unit === 'metres') return format.metres(value);
  return unit === 'share' ? format.share(value) : String(value);
}
