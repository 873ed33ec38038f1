import type { Position, WhyAnswer } from '../../../data/contract';
import { boxAround } from '../../map/boxAround';
import type { WhyPart } from '../../map/palette';
import type { Picture } from './measures';
import { circleRound, dash, middleOf } from './strokes';
import { contactLabels, edgeLabels, shareAt, stack, type Unstacked } from './whyLabels';

/** How a line is drawn beside its colour, so that it can be told without one. */
export type Stroke = 'solid' | 'dashed' | 'dotted';
export interface DrawnLine {
  readonly part: WhyPart;
  readonly path: readonly Position[];
  readonly widthPixels: number;
}
export interface DrawnGround {
  readonly part: WhyPart;
  readonly rings: readonly (readonly Position[])[];
}
export interface DrawnLabel {
  readonly part: WhyPart;
  readonly at: Position;
  readonly text: string;
  /** How many labels stand below this one at the same place. */
  readonly height: number;
}
/** A picture of what a measure was taken from, still without a map. */
export interface WhyPicture {
  readonly grounds: readonly DrawnGround[];
  readonly lines: readonly DrawnLine[];
  /** Lines that only keep the ground apart from the strokes above them. */
  readonly under: readonly (readonly Position[])[];
  readonly dots: readonly Position[];
  readonly labels: readonly DrawnLabel[];
}

/** How figures and names are written on the map, in the reader's language. */
export interface WhyWords {
  metres(length: number): string;
  share(fraction: number): string;
  along(kind: WhyAnswer['edge']['along'][number]['kind'], metres: number): string;
}

export const STROKES: Record<WhyPart, Stroke> = {
  contact: 'solid',
  edge: 'dashed',
  rest: 'dotted',
  hull: 'dashed',
  ground: 'solid',
};
export const LOUD = 5;
const PLAIN = 2.5;
const THIN = 1.5;

/** What a measure was taken from, as lines, grounds, dots and labels: `picture` says which of them. */
export function makePicture(why: WhyAnswer, picture: Picture, words: WhyWords): WhyPicture {
  const { labels = [], ...rest } = PICTURES[picture](why, words);
  return { grounds: [], lines: [], under: [], dots: [], ...rest, labels: stack(labels, why.perimeterMetres) };
}

type Drawing = Partial<Omit<WhyPicture, 'labels'>> & { readonly labels?: readonly Unstacked[] };

const PICTURES: Record<Picture, (why: WhyAnswer, words: WhyWords) => Drawing> = {
  boundary: (why, words) => ({
    grounds: groundOf('hull', why.takenIn),
    under: boundaryOf(why),
    lines: [...restOf(why), ...edgeOf(why, LOUD), ...contactOf(why, LOUD)],
    labels: [...edgeLabels(why, words), ...contactLabels(why, words)],
  }),
  contact: (why, words) => ({
    grounds: groundOf('hull', why.takenIn),
    under: boundaryOf(why),
    lines: [...restOf(why), ...edgeOf(why, THIN), ...contactOf(why, LOUD)],
    labels: contactLabels(why, words),
  }),
  edge: (why, words) => ({
    under: boundaryOf(why),
    lines: [...restOf(why), ...contactOf(why, THIN), ...edgeOf(why, LOUD)],
    labels: edgeLabels(why, words),
  }),
  plotHull: (why, words) => ({
    grounds: groundOf('ground', why.parkInPlotHull),
    lines: [...outlineOf(why, 'rest'), ...hullOf(why, why.plotHull)],
    labels: shareAt(why.parkInPlotHull, words.share(why.finding.measures.parkIntoPlot)),
  }),
  parkHull: (why, words) => ({
    grounds: groundOf('ground', why.plotInParkHull),
    lines: [...outlineOf(why, 'rest'), ...hullOf(why, why.parkHull)],
    labels: shareAt(why.plotInParkHull, words.share(why.finding.measures.plotIntoPark)),
  }),
  fan: (why, words) => ({
    grounds: groundOf('ground', why.fan.sectors),
    lines: [
      ...outlineOf(why, 'rest'),
      ...strokesOf(
        'hull',
        [circleRound(why.fan.from.coordinates, why.fan.radiusMetres)],
        THIN,
        why.fan.radiusMetres * 6,
      ),
    ],
    dots: [why.fan.from.coordinates],
    labels: [{ part: 'ground', at: why.fan.from.coordinates, text: words.share(why.finding.measures.enclosure) }],
  }),
  circle: (why, words) => {
    const { centre, radiusMetres, circle } = why.inscribed;
    const across = circle.coordinates[0] ?? [];
    const half = across[Math.floor(across.length / 2)];
    return {
      grounds: [{ part: 'ground', rings: circle.coordinates }],
      lines: [
        ...outlineOf(why, 'rest'),
        ...(across[0] && half ? strokesOf('ground', [[across[0], half]], PLAIN, 0) : []),
      ],
      labels: [{ part: 'ground', at: centre.coordinates, text: words.metres(radiusMetres * 2) }],
    };
  },
  outline: (why, words) => {
    const lines = boundaryOf(why);
    const at = middleOf(lines);
    return {
      lines: outlineOf(why, 'contact'),
      labels: at ? [{ part: 'contact', at, text: words.metres(why.perimeterMetres) }] : [],
    };
  },
};

/** The window that holds all of a picture; null while it is empty. */
export function boxOfPicture({ grounds, lines, dots }: WhyPicture) {
  const places = [...grounds.flatMap(({ rings }) => rings.flat()), ...lines.flatMap(({ path }) => path), ...dots];
  return places.length > 0 ? boxAround(places) : null;
}

const boundaryOf = ({ contact, edge, rest }: WhyAnswer): readonly (readonly Position[])[] => [
  ...contact.runs.flatMap(({ lines }) => lines),
  ...contact.short.lines,
  ...edge.along.flatMap(({ lines }) => lines),
  ...rest.lines,
];

/** Lines of a part in its own stroke; strokes are so long that they read alike round a large plot and a small one. */
function strokesOf(part: WhyPart, lines: readonly (readonly Position[])[], widthPixels: number, roundMetres: number) {
  const unit = roundMetres / 200;
  const stroke = roundMetres > 0 ? STROKES[part] : 'solid';
  const cuts =
    stroke === 'dashed'
      ? dash(lines, unit * 3, unit * 1.6)
      : stroke === 'dotted'
        ? dash(lines, unit * 0.7, unit * 1.3)
        : lines;
  return cuts.map((path): DrawnLine => ({ part, path, widthPixels }));
}

const contactOf = (why: WhyAnswer, widthPixels: number) =>
  strokesOf(
    'contact',
    [...why.contact.runs.flatMap(({ lines }) => lines), ...why.contact.short.lines],
    widthPixels,
    why.perimeterMetres,
  );
const edgeOf = (why: WhyAnswer, widthPixels: number) =>
  strokesOf(
    'edge',
    why.edge.along.flatMap(({ lines }) => lines),
    widthPixels,
    why.perimeterMetres,
  );
const restOf = (why: WhyAnswer) => strokesOf('rest', why.rest.lines, THIN, why.perimeterMetres);
const outlineOf = (why: WhyAnswer, part: 'rest' | 'contact') =>
  strokesOf(part, boundaryOf(why), part === 'rest' ? THIN : LOUD, part === 'rest' ? 0 : why.perimeterMetres);

function hullOf(why: WhyAnswer, hull: WhyAnswer['plotHull']): DrawnLine[] {
  return hull ? strokesOf('hull', hull.coordinates, PLAIN, why.perimeterMetres * 1.5) : [];
}

const groundOf = (part: WhyPart, ground: WhyAnswer['takenIn']): DrawnGround[] =>
  (ground?.coordinates ?? []).map((rings) => ({ part, rings }));
