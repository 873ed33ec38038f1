import { addSpansBeside, type Beside } from './beside';
import { EdgeList, edgesBeside, edgesFacing } from './near-edges';
import { ROUNDING_METRES } from './rounding';
import { boxesMeet, type Shape } from './shape';
import { SpanList } from './span-list';

/** How near and how parallel two boundaries must run to be in contact. */
export interface ContactSettings {
  readonly snapMetres: number;
  readonly parallelDegrees: number;
}

/** A stretch of one edge in contact: metres from the edge's start. */
export interface Stretch {
  readonly edge: number;
  readonly fromMetres: number;
  readonly toMetres: number;
}

const ofA = new EdgeList();
const ofB = new EdgeList();
const beside = new EdgeList();
const spans = new SpanList();

/**
 * Contact of two shapes in metres: the length of one boundary that lies within snap of a stretch of the other
 * running nearly parallel, the larger of the two directions. Common vertices are not needed, and a corner or a
 * boundary that merely crosses adds next to nothing. Goes no further once `enoughMetres` of contact are found.
 */
export function contactMetres(a: Shape, b: Shape, settings: ContactSettings, enoughMetres = Infinity): number {
  if (!boxesMeet(a.box, b.box, settings.snapMetres + ROUNDING_METRES)) return 0;
  const how = besideOf(settings);
  if (!edgesFacing(a, b, how.snap + ROUNDING_METRES, ofA, ofB)) return 0;
  const metres = metresBeside(a, ofA, b, ofB, how, enoughMetres);
  if (metres > 0 && metres >= enoughMetres) return metres;
  return Math.max(metres, metresBeside(b, ofB, a, ofA, how, enoughMetres));
}

/**
 * The stretches of a's boundary in contact with any of the others, merged on each edge and sorted by edge and place.
 * An edge's end at exactly its length joins the start of `a.next[edge]` when runs are counted round a ring.
 */
export function contactStretches(a: Shape, others: readonly Shape[], settings: ContactSettings): Stretch[] {
  const how = besideOf(settings);
  spans.count = 0;
  for (const other of others) {
    if (!boxesMeet(a.box, other.box, how.snap)) continue;
    if (edgesFacing(a, other, how.snap + ROUNDING_METRES, ofA, ofB))
      metresBeside(a, ofA, other, ofB, how, Infinity, spans.count);
  }
  if (others.length > 1) spans.merge(0);
  return Array.from({ length: spans.count }, (_, k) => ({
    edge: (spans.numbers[k * 3] as number) / 4,
    fromMetres: spans.numbers[k * 3 + 1] as number,
    toMetres: spans.numbers[k * 3 + 2] as number,
  }));
}

/** Total length of stretches in metres. */
export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, stretch) => sum + stretch.toMetres - stretch.fromMetres, 0);
}

function besideOf({ snapMetres, parallelDegrees }: ContactSettings): Beside {
  return { snap: snapMetres + ROUNDING_METRES, sine: Math.sin((parallelDegrees * Math.PI) / 180) };
}

/**
 * Metres of a's boundary beside b's, of the edges listed, or those found until they are enough; their spans are listed
 * from number `first` on.
 */
function metresBeside(
  a: Shape,
  listA: EdgeList,
  b: Shape,
  listB: EdgeList,
  how: Beside,
  enoughMetres: number,
  first = 0,
): number {
  spans.count = first;
  let metres = 0;
  for (let k = 0; k < listA.count; k++) {
    const i = listA.places[k] as number;
    const ofEdge = spans.count;
    const near = edgesBeside(a.edges, i, b.edges, listB, how.snap + ROUNDING_METRES, beside);
    addSpansBeside(a.edges, i, b, near, how, spans);
    if (spans.count === ofEdge) continue;
    spans.merge(ofEdge);
    metres += spans.metres(ofEdge);
    if (metres >= enoughMetres) break;
  }
  return metres;
}
