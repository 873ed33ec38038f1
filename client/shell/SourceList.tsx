import { usePageState } from '../answers';
import { Mark, SampleMark } from '../panels/parts/Panel';
import { useFormat } from '../text/format';
import { useText } from '../text/i18n';
import { partsText } from '../text/parts';
import { shellText } from '../text/shell';

/** Every dataset in use: title, publisher, licence, date, coverage. */
export function SourceList() {
  const t = useText(shellText);
  const p = useText(partsText);
  const format = useFormat();
  const sources = usePageState().data?.sources ?? [];
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={source.id}>
          <p>
            <b>{format.name(source.title)}</b> {source.sample && <SampleMark />}{' '}
            {source.schematic && <Mark tip={p('schematicTip')}>{p('schematic')}</Mark>}
          </p>
          <p className="quiet">
            {source.publisher} · {t('licence', { licence: source.licence })}
            {source.retrieved && ` · ${t('retrieved', { date: source.retrieved })}`}
          </p>
          <p className="quiet">
            {format.name(source.coverage)} · {source.crs}
          </p>
          {source.note && <p className="quiet">{format.name(source.note)}</p>}
        </li>
      ))}
    </ul>
  );
}
