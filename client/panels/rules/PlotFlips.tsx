import { RightOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { readParcel, type WhatIfAnswer } from '../../../data/contract';
import { leftoverWords } from '../../../data/words/vocabulary';
import { call } from '../../api';
import { useMapHand } from '../../map/hand';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulesText } from '../../text/rules';
import { go } from '../../url';
import { HatchSwatch } from '../legend/Swatch';
import { VirtualRows } from '../list/VirtualRows';

type Flip = WhatIfAnswer['leftover']['flips'][number];
const ROW_PIXELS = 48;
const MOST_ROWS_SHOWN = 8;

/** Plots whose class flips; a row leads there. */
export function PlotFlips({ flips, all }: { flips: readonly Flip[]; all: number }) {
  const t = useText(rulesText);
  const format = useFormat();
  const hand = useMapHand();
  useEffect(() => () => hand.setHighlight(null), [hand]);
  return (
    <section className="rule-flips" aria-label={t('plotsFlip')}>
      <header>
        <h4>
          {t('plotsFlip')} <span className="quiet">{t('countPlots', { count: all })}</span>
        </h4>
        {all > flips.length && (
          <span className="quiet">{t('told', { told: format.number(flips.length), all: format.number(all) })}</span>
        )}
      </header>
      <VirtualRows
        label={t('plotsFlip')}
        count={flips.length}
        rowPixels={ROW_PIXELS}
        heightPixels={Math.min(flips.length, MOST_ROWS_SHOWN) * ROW_PIXELS}
        keyOf={(index) => flips[index]?.parcel ?? index}
        onActive={(index) => hand.setHighlight(flips[index] ? { layer: 'parcels', id: flips[index].parcel } : null)}
      >
        {(index) => flips[index] && <PlotFlip flip={flips[index]} />}
      </VirtualRows>
    </section>
  );
}

function PlotFlip({ flip: { parcel, number, park, before, after } }: { flip: Flip }) {
  const t = useText(rulesText);
  const format = useFormat();
  const hand = useMapHand();
  const { message } = App.useApp();
  const show = () =>
    call(readParcel, { params: { id: parcel } }).then(
      ({ bbox }) => hand.fit(bbox),
      (error: Error) => message.error(error.message),
    );
  return (
    <div className="rule-flip">
      <button type="button" onClick={show}>
        <b>{number}</b>
        <span className="rule-turn">
          {format.name(leftoverWords[before])}
          <span aria-hidden="true">→</span>
          {after !== 'not-adjacent' && after !== 'too-large' && <HatchSwatch kind={after} />}
          <b>{format.name(leftoverWords[after])}</b>
        </span>
        <small>{t('besidePark', { park: park.name })}</small>
      </button>
      <Button
        type="text"
        size="small"
        icon={<RightOutlined />}
        aria-label={t('openPlot', { number })}
        title={t('openPlot', { number })}
        onClick={() => go({ selection: { kind: 'leftover', id: parcel } })}
      />
    </div>
  );
}
