import { usePageState } from '../answers';
import { KeyList } from '../keys/KeyList';
import { CityMap } from '../map/CityMap';
import { Failed } from '../panels/parts/Asking';
import { SelectionPanel } from '../panels/slots';
import { useText } from '../text/i18n';
import { shellText } from '../text/shell';
import { useAddress } from '../url';
import { ActorAsk } from './ActorAsk';
import { Beside } from './Beside';
import { BottomLine } from './BottomLine';
import { Sheet } from './Sheet';
import './shell.css';
import { TopBar } from './TopBar';
import { useNarrow } from './useNarrow';
import { useShellKeys } from './useShellKeys';

/** The frame around the map; what stands beside it depends on the face and on the width of the window. */
export function Shell() {
  const t = useText(shellText);
  const narrow = useNarrow();
  const state = usePageState();
  useShellKeys();
  return (
    <div className={narrow ? 'shell narrow' : 'shell'}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <TopBar />
      <main className="middle" id="content" tabIndex={-1}>
        {!narrow && <Beside />}
        <div className="map-area">
          {state.data || !state.error ? (
            <CityMap />
          ) : (
            <Failed error={state.error} onRetry={() => void state.refetch()} />
          )}
          {narrow && <SmallPrint />}
          {narrow && <Sheet />}
        </div>
        {!narrow && <Selected />}
      </main>
      {!narrow && <BottomLine />}
      <KeyList />
      <ActorAsk />
    </div>
  );
}

/** On a narrow window, the marks that the bottom line carries on a wide one. */
function SmallPrint() {
  const t = useText(shellText);
  const state = usePageState().data;
  return (
    <p className="small-print">
      {state?.sample && <b>{t('sampleMark')}</b>} {t('illustration')} © OpenStreetMap
    </p>
  );
}

function Selected() {
  const t = useText(shellText);
  const [{ selection }] = useAddress();
  if (!selection) return null;
  return (
    <aside className="right-panel" aria-label={t('rightPanel')}>
      <SelectionPanel key={`${selection.kind}/${selection.id}`} selection={selection} />
    </aside>
  );
}
