import type { ReactNode } from 'react';
import type { ControlKind, Named, SurroundingKind } from '../../../data/contract/vocabulary';
import { corridorLook, roadCasing } from '../../../data/looks/classes';
import { controlWords, surroundingWords } from '../../../data/words/vocabulary';
import { useLinesInView } from '../../map/hand';
import { controlLook } from '../../map/palette';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { mapText } from '../../text/map';
import { useAddress } from '../../url';
import { LineSwatch } from './Swatch';

const drawn: readonly SurroundingKind[] = [
  'road',
  'expressway',
  'railway',
  'river',
  'green-belt',
  'power-line',
  'planning-edge',
];
const cased: readonly SurroundingKind[] = ['road', 'expressway'];
const dashes: Partial<Record<SurroundingKind, readonly number[]>> = {
  railway: [4, 2],
  'power-line': [6, 2, 1, 2],
  'planning-edge': [3, 1.5],
};

/** Roads, rivers and edges as lines, those in view only. */
export function CorridorsLegend() {
  const [{ theme }] = useAddress();
  return (
    <LinesInView
      kinds={drawn}
      words={surroundingWords}
      swatchOf={(kind) => (
        <LineSwatch
          colour={corridorLook[kind][theme]}
          {...(cased.includes(kind) ? { casing: roadCasing[theme] } : {})}
          {...(dashes[kind] ? { dash: dashes[kind] } : {})}
        />
      )}
    />
  );
}

/** The control lines in view, each by colour and dash. */
export const ControlsLegend = () => (
  <LinesInView
    kinds={Object.keys(controlLook) as ControlKind[]}
    words={controlWords}
    swatchOf={(kind) => <LineSwatch colour={controlLook[kind].colour} dash={controlLook[kind].dash} />}
  />
);

interface Props<Kind extends string> {
  kinds: readonly Kind[];
  words: Readonly<Record<Kind, Named>>;
  swatchOf: (kind: Kind) => ReactNode;
}

function LinesInView<Kind extends string>({ kinds, words, swatchOf }: Props<Kind>) {
  const t = useText(mapText);
  const format = useFormat();
  const inView = useLinesInView();
  const shown = kinds.filter((kind) => inView === null || inView.has(kind));
  if (shown.length === 0) return <p className="layer-note">{t('noneInView')}</p>;
  return (
    <ul className="legend-rows">
      {shown.map((kind) => (
        <li key={kind} className="legend-row">
          {swatchOf(kind)}
          <span className="legend-name">{format.name(words[kind])}</span>
        </li>
      ))}
    </ul>
  );
}
