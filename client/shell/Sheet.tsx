import { useEffect, useLayoutEffect, useRef } from 'react';
import { useHandRelay } from '../map/hand';
import { SelectionPanel } from '../panels/slots';
import { useText } from '../text/i18n';
import { shellText } from '../text/shell';
import { useAddress } from '../url';
import { Beside } from './Beside';
import { LeftContent } from './LeftPanel';
import { useHeights } from './useHeights';

/** Under 900 px everything beside the map stands in one sheet from below, dragged or tapped to three heights. */
export function Sheet() {
  const t = useText(shellText);
  const [{ selection, face }] = useAddress();
  const box = useRef<HTMLElement>(null);
  const { share, dragging, isTop, raise, grip } = useHeights(
    () => box.current?.parentElement?.getBoundingClientRect(),
    face === 'workbench' ? 0 : 1,
  );
  const key = selection && `${selection.kind}/${selection.id}`;
  const latestRaise = useRef(raise);
  latestRaise.current = raise;
  const relay = useHandRelay();
  useLayoutEffect(() => {
    if (!dragging) relay.inset.set(share * (box.current?.parentElement?.clientHeight ?? 0));
  }, [relay, share, dragging]);
  useEffect(() => () => relay.inset.set(0), [relay]);
  useEffect(() => {
    if (key || face !== 'workbench') latestRaise.current();
  }, [key, face]);
  return (
    <section
      ref={box}
      className="sheet"
      aria-label={t('sheet')}
      style={{ height: `${share * 100}%`, ...(dragging ? { transition: 'none' } : {}) }}
    >
      <button type="button" className="sheet-grip" aria-label={isTop ? t('sheetDown') : t('sheetUp')} {...grip}>
        <i />
      </button>
      <div className="sheet-body">
        {selection ? (
          <SelectionPanel key={key} selection={selection} />
        ) : face === 'workbench' ? (
          <LeftContent />
        ) : (
          <Beside />
        )}
      </div>
    </section>
  );
}
