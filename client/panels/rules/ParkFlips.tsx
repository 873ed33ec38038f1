import { RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useMemo } from 'react';
import type { WhatIfAnswer } from '../../../data/contract';
import { contiguityWords } from '../../../data/words/vocabulary';
import { boxAround, boxOfBoxes } from '../../map/boxAround';
import { useMapHand, useSeenView } from '../../map/hand';
import { useOverlay } from '../../map/useOverlay';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulesText } from '../../text/rules';
import { go, useAddress } from '../../url';
import { VirtualRows } from '../list/VirtualRows';
import { VerdictMark } from '../parts/VerdictMark';
import { cornersOf, drawFlipDots, drawFlips } from './drawFlips';

type Flip = WhatIfAnswer['parks']['flips'][number];
const ROW_PIXELS = 48;
const MOST_ROWS_SHOWN = 8;
/** Farther out the outline of a park is smaller than a sign. */
const FAR_ZOOM = 11;

/** Parks whose verdict flips, as rows and outlined on the map; a row leads there. */
export function ParkFlips({ flips }: { flips: readonly Flip[] }) {
  const t = useText(rulesText);
  const format = useFormat();
  const hand = useMapHand();
  const [{ theme }] = useAddress();
  const isFar = (useSeenView()?.zoom ?? 0) < FAR_ZOOM;
  const draw = useMemo(
    () =>
      isFar ? drawFlipDots(flips, theme) : drawFlips(flips, theme, (verdict) => format.name(contiguityWords[verdict])),
    [flips, theme, format, isFar],
  );
  useOverlay('rule-flips', draw);
  useEffect(() => () => hand.setHighlight(null), [hand]);
  const showAll = () => {
    const box = boxOfBoxes(flips.map((flip) => boxAround(cornersOf(flip.outline))));
    if (box) hand.fit(box);
  };
  return (
    <section className="rule-flips" aria-label={t('parksFlip')}>
      <header>
        <h4>
          {t('parksFlip')} <span className="quiet">{t('countParks', { count: flips.length })}</span>
        </h4>
        <Button size="small" type="link" onClick={showAll}>
          {t('onMap')}
        </Button>
      </header>
      <VirtualRows
        label={t('parksFlip')}
        count={flips.length}
        rowPixels={ROW_PIXELS}
        heightPixels={Math.min(flips.length, MOST_ROWS_SHOWN) * ROW_PIXELS}
        keyOf={(index) => flips[index]?.id ?? index}
        onActive={(index) => hand.setHighlight(flips[index] ? { layer: 'parks', id: flips[index].id } : null)}
      >
        {(index) => flips[index] && <ParkFlip flip={flips[index]} />}
      </VirtualRows>
    </section>
  );
}

function ParkFlip({ flip: { id, name, before, after, outline } }: { flip: Flip }) {
  const t = useText(rulesText);
  const format = useFormat();
  const hand = useMapHand();
  const say = (verdict: keyof typeof contiguityWords) => format.name(contiguityWords[verdict]);
  return (
    <div className="rule-flip">
      <button type="button" onClick={() => hand.fit(boxAround(cornersOf(outline)))}>
        <b>{name}</b>
        <span className="rule-turn">
          {before.title !== after.title && (
            <>
              <VerdictMark verdict={before.title} bare />
              <span aria-hidden="true">→</span>
            </>
          )}
          <VerdictMark verdict={after.title} />
        </span>
        {before.contiguity !== after.contiguity && (
          <small>{t('contiguityBecomes', { before: say(before.contiguity), after: say(after.contiguity) })}</small>
        )}
      </button>
      <Button
        type="text"
        size="small"
        icon={<RightOutlined />}
        aria-label={t('openPark', { name })}
        title={t('openPark', { name })}
        onClick={() => go({ selection: { kind: 'park', id } })}
      />
    </div>
  );
}
