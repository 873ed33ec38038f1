import { useText } from '../../../text/i18n';
import { importText } from '../../../text/import';
import { importKindsText } from '../../../text/import-kinds';
import { Folded } from '../../parts/Panel';

const READ = ['files_txt', 'files_shapefile', 'files_filegdb', 'files_other', 'files_table'] as const;
const REFUSED = ['no_dwg', 'no_mdb', 'no_vct', 'no_xls', 'no_rar', 'no_datum'] as const;

/** Which formats are read, and what to do with those that are not. */
export function Formats() {
  const t = useText(importText);
  const say = useText(importKindsText);
  return (
    <>
      <Folded title={t('reads')}>
        <ul className="import-formats">
          {READ.map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
        <p className="hint">{t('readsNote')}</p>
      </Folded>
      <Folded title={t('refuses')}>
        <ul className="import-formats">
          {REFUSED.map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
      </Folded>
    </>
  );
}
