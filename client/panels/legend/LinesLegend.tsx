import type { ControlKind, SurroundingKind } from '../../../data/contract/vocabulary';
import { controlWords, surroundingWords } from '../../../data/words/vocabulary';
import { controlLook, corridorLook, roadCasing } from '../../map/palette';
import { useFormat } from '../../text/format';
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

/** Roads, rivers and edges as lines. */
export function CorridorsLegend() {
  const format = useFormat();
  const [{ theme }] = useAddress();
  return (
    <ul className="legend-rows">
      {drawn.map((kind) => (
        <li key={kind} className="legend-row">
          <LineSwatch
            colour={corridorLook[kind][theme]}
            {...(cased.includes(kind) ? { casing: roadCasing[theme] } : {})}
            {...(dashes[kind] ? { dash: dashes[kind] } : {})}
          />
          <span className="legend-name">{format.name(surroundingWords[kind])}</span>
        </li>
      ))}
    </ul>
  );
}

/** The control lines, each by colour and dash. */
export function ControlsLegend() {
  const format = useFormat();
  return (
    <ul className="legend-rows">
      {(Object.keys(controlLook) as ControlKind[]).map((kind) => (
        <li key={kind} className="legend-row">
          <LineSwatch colour={controlLook[kind].colour} dash={controlLook[kind].dash} />
          <span className="legend-name">{format.name(controlWords[kind])}</span>
        </li>
      ))}
    </ul>
  );
}
