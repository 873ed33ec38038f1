import type { ParkRow } from '../../data/contract/parks';
import type { UnitSummary } from '../../data/contract/units';
import type { Named } from '../../data/contract/vocabulary';
import { contiguityWords, leftoverWords, statusWords, useWords, verdictWords } from '../../data/words/vocabulary';
import { useFormat } from '../text/format';
import { useText } from '../text/i18n';
import { mapText } from '../text/map';
import type { Pointed } from './MapView';

type Row = [label: string, value: string];
const marginPixels = 14;

/** Beside the pointer, on the side where there is room. */
const placeOf = ({ x, y, flip }: Pointed) => ({
  left: x + (flip.x ? -marginPixels : marginPixels),
  top: y + (flip.y ? -marginPixels : marginPixels),
  transform: `translate(${flip.x ? '-100%' : '0'}, ${flip.y ? '-100%' : '0'})`,
});

/** A word of the vocabulary for a value that may be absent or new. */
const wordOf = (words: Record<string, Named>, value: unknown): Named | null => words[String(value)] ?? null;

/** The short tip at the pointer: a name and at most four fields. */
export function HoverTip({
  pointed,
  units,
  parks,
}: {
  pointed: Pointed;
  units: readonly UnitSummary[];
  parks: readonly ParkRow[];
}) {
  const t = useText(mapText);
  const format = useFormat();
  const { selection, properties } = pointed.target;
  const named = (words: Record<string, Named>, value: unknown) => {
    const word = wordOf(words, value);
    return word ? format.name(word) : t('notGiven');
  };
  const parkName = (id: unknown) =>
    id === undefined ? '' : (parks.find((park) => park.id === String(id))?.name ?? t('inParkYes'));
  const text = (value: unknown) => (value === undefined || value === null ? '' : String(value));

  let title = text(properties.name ?? properties.label ?? properties.number);
  let rows: Row[] = [];
  if (selection.kind === 'parcel') {
    title = text(properties.number);
    rows = [
      [t('status'), named(statusWords, properties.status)],
      [t('use'), named(useWords, properties.use)],
      [t('park'), parkName(properties.park)],
      [t('leftover'), properties.leftover ? `${t('suspected')} ${named(leftoverWords, properties.leftover)}` : ''],
    ];
  } else if (selection.kind === 'leftover') {
    title = `${t('suspected')} ${named(leftoverWords, properties.kind)}`;
    rows = [[t('besidePark'), parkName(properties.park)]];
  } else if (selection.kind === 'park') {
    title = text(properties.name ?? properties.label);
    rows = [
      [t('verdict'), named(verdictWords, properties.title)],
      [t('contiguity'), properties.contiguity ? named(contiguityWords, properties.contiguity) : ''],
    ];
  } else if (selection.kind === 'unit') {
    const unit = units.find((candidate) => candidate.id === selection.id);
    title = unit ? format.name(unit.name) : title;
    rows = unit
      ? [
          [t('parks'), String(unit.parkCount)],
          [t('free'), format.mu(unit.freeSupplyMu)],
          [t('leftover'), String(unit.leftoverCount)],
        ]
      : [];
  }
  const shown = rows.filter(([, value]) => value !== '');
  return (
    <div className="map-tip" role="tooltip" style={placeOf(pointed)}>
      <b>{title}</b>
      {shown.length > 0 && (
        <dl>
          {shown.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
