import type { WhyAnswer } from '../../../data/contract';
import { type WhyPart, whyInk } from '../../map/palette';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { useAddress } from '../../url';
import type { Picture } from './measures';
import { STROKES } from './whyPicture';

type Sign = { part: WhyPart; as: 'line' | 'ground' | 'dot' };
interface Entry extends Sign {
  readonly words: string;
  /** How much of it there is. */
  readonly figure?: string;
}

/**
 * What the strokes and colours on the map stand for, for the picture that is drawn. It is always as high as the legend of
 * the whole boundary, so that the measures below stay under the pointer that chooses among them.
 */
export function WhyLegend({ why, picture }: { why: WhyAnswer; picture: Picture }) {
  const t = useText(plotsText);
  const drawn = useEntries(why, picture);
  const highest = useEntries(why, 'boundary');
  return (
    <div className="why-legend">
      <ul aria-label={t('legend')}>
        <Entries entries={drawn} />
      </ul>
      <ul aria-hidden="true">
        <Entries entries={highest} />
      </ul>
    </div>
  );
}

const Entries = ({ entries }: { entries: readonly Entry[] }) =>
  entries.map(({ words, figure, part, as }) => (
    <li key={words}>
      <SignMark part={part} as={as} />
      <span>{words}</span>
      {figure && <small>{figure}</small>}
    </li>
  ));

function useEntries(why: WhyAnswer, picture: Picture): Entry[] {
  const t = useText(plotsText);
  const format = useFormat();
  const lengthOf = (metres: number) =>
    `${format.metres(metres)} · ${format.share(why.perimeterMetres > 0 ? metres / why.perimeterMetres : 0)}`;
  const contact: Entry = { part: 'contact', as: 'line', words: t('legContact'), figure: lengthOf(why.contact.metres) };
  const edge: Entry = { part: 'edge', as: 'line', words: t('legEdge'), figure: lengthOf(why.edge.metres) };
  const rest: Entry = { part: 'rest', as: 'line', words: t('legRest'), figure: lengthOf(why.rest.metres) };
  const taken: Entry[] = why.takenIn ? [{ part: 'hull', as: 'ground', words: t('legTaken') }] : [];
  const ground = (words: string): Entry => ({ part: 'ground', as: 'ground', words });
  const hull = (words: string): Entry => ({ part: 'hull', as: 'line', words });
  const entries: Record<Picture, Entry[]> = {
    boundary: [contact, edge, rest, ...taken],
    contact: [contact, edge, rest, ...taken],
    edge: [edge, contact, rest],
    plotHull: [hull(t('legPlotHull')), ground(t('legParkIn'))],
    parkHull: [hull(t('legParkHull')), ground(t('legPlotIn'))],
    fan: [
      ground(t('legMet')),
      hull(t('legRing', { metres: format.metres(why.fan.radiusMetres) })),
      { part: 'ground', as: 'dot', words: t('legFrom') },
    ],
    circle: [ground(t('legCircle', { metres: format.metres(why.inscribed.radiusMetres * 2) }))],
    outline: [{ part: 'contact', as: 'line', words: t('legOutline', { metres: format.metres(why.perimeterMetres) }) }],
  };
  return entries[picture];
}

const DASHES = { solid: undefined, dashed: '7 4', dotted: '2 3' } as const;

function SignMark({ part, as }: Sign) {
  const [{ theme }] = useAddress();
  const ink = whyInk[theme][part];
  if (as === 'dot')
    return (
      <svg className="why-sign" viewBox="0 0 28 12" aria-hidden="true">
        <circle cx="14" cy="6" r="4" fill={ink} />
      </svg>
    );
  if (as === 'ground')
    return (
      <svg className="why-sign" viewBox="0 0 28 12" aria-hidden="true">
        <rect x="1" y="1" width="26" height="10" fill={ink} fillOpacity={part === 'hull' ? 0.18 : 0.35} stroke={ink} />
      </svg>
    );
  return (
    <svg className="why-sign" viewBox="0 0 28 12" aria-hidden="true">
      <path
        d="M0 6h28"
        stroke={ink}
        strokeWidth={part === 'contact' || part === 'edge' ? 4 : 2}
        {...(DASHES[STROKES[part]] ? { strokeDasharray: DASHES[STROKES[part]] } : {})}
      />
    </svg>
  );
}
