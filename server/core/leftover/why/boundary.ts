import type { WhyAnswer } from '../../../../data/contract/why';
import type { CityCrs } from '../../fabric/city-crs';
import type { Shape } from '../../fabric/shape';
import type { Near } from '../estate/near';
import type { Evidence, Stretches } from '../evidence';
import type { Land } from '../land';
import { type EdgeShape, stretchesAlong } from '../look/along-edges';
import { type EdgeStretch, runsOf } from '../look/runs';
import { metresOf } from '../measures';
import { edgeLength, edgeOf, pointAlong } from '../plane/along-edge';
import { common, type Interval, unite, without } from '../plane/intervals';

type Told = Pick<WhyAnswer, 'contact' | 'edge' | 'rest'>;
type Drawn = WhyAnswer['rest'];

/** Tells the boundary of a plot apart: contact by run, edges by what they run along, and the rest; lines in degrees. */
export function tellBoundary(evidence: Evidence, edges: Near<EdgeShape>, snapMetres: number, crs: CityCrs): Told {
  const { plot, contact, edge } = evidence;
  const parts = plot.parts;
  const runs = parts.flatMap((part, place) =>
    runsOf(part, contact[place] ?? [], evidence.leastRunMetres).map(({ on, counts }) => ({
      counts,
      ...drawn(part, on, crs),
    })),
  );
  const rest = parts.map((part, place) => drawn(part, restOf(part, contact[place] ?? [], edge[place] ?? []), crs));
  return {
    contact: {
      metres: metresOf(contact),
      runs: runs.filter(({ counts }) => counts).map(({ metres, lines }) => ({ metres, lines })),
      short: gathered(runs.filter(({ counts }) => !counts)),
    },
    edge: { metres: metresOf(edge), along: tellEdges(parts, edge, edges, snapMetres, crs) },
    rest: gathered(rest),
  };
}

/** Edge stretches under what they run along, each once: at a crossing the first of two counts. Longest first. */
function tellEdges(
  parts: readonly Shape[],
  stretches: Stretches,
  edges: Near<EdgeShape>,
  snapMetres: number,
  crs: CityCrs,
): Told['edge']['along'] {
  const found = new Map<Land, Drawn[]>();
  for (const [place, part] of parts.entries()) {
    const near = edges.within(part.box, snapMetres);
    let left = listed(stretches[place] ?? []);
    for (const land of new Set(near.map(({ of }) => of))) {
      const own = near.filter(({ of }) => of === land);
      const along = left.map(({ edge, stretch }) => ({
        edge,
        shared: common([stretch], stretchesAlong(part, edge, own, snapMetres)),
        rest: without([stretch], stretchesAlong(part, edge, own, snapMetres)),
      }));
      const on = along.flatMap(({ edge, shared }) => shared.map((stretch) => ({ edge, stretch })));
      left = along.flatMap(({ edge, rest }) => rest.map((stretch) => ({ edge, stretch })));
      if (on.length > 0) found.set(land, [...(found.get(land) ?? []), drawn(part, on, crs)]);
    }
  }
  return [...found]
    .map(([{ id, kind }, all]) => ({ id: id ?? kind, kind, ...gathered(all) }))
    .sort((a, b) => b.metres - a.metres);
}

function restOf(part: Shape, contact: Stretches[number], edge: Stretches[number]): EdgeStretch[] {
  const rest: Interval[][] = [];
  for (let index = 0; index < part.next.length; index++) {
    const told = unite([...(contact[index] ?? []), ...(edge[index] ?? [])]);
    rest.push(without([[0, edgeLength(edgeOf(part, index))]], told));
  }
  return listed(rest);
}

function listed(byEdge: Stretches[number]): EdgeStretch[] {
  return byEdge.flatMap((list, edge) => list.map((stretch) => ({ edge, stretch })));
}

function gathered(some: readonly Drawn[]): Drawn {
  return { metres: some.reduce((sum, { metres }) => sum + metres, 0), lines: some.flatMap(({ lines }) => lines) };
}

/** Stretches as lines; those that go on where the one before ends are one line. */
function drawn(part: Shape, on: readonly EdgeStretch[], crs: CityCrs): Drawn {
  const lines: Drawn['lines'] = [];
  let metres = 0;
  let end: readonly [number, number] = [Number.NaN, Number.NaN];
  for (const { edge, stretch } of on) {
    const line = edgeOf(part, edge);
    const from = pointAlong(line, stretch[0]);
    const to = pointAlong(line, stretch[1]);
    metres += stretch[1] - stretch[0];
    const goesOn = Math.hypot(from[0] - end[0], from[1] - end[1]) < SAME_METRES;
    if (goesOn) lines.at(-1)?.push(crs.toDegrees(to));
    else lines.push([crs.toDegrees(from), crs.toDegrees(to)]);
    end = to;
  }
  return { metres, lines };
}

/** Ends this near to each other are one place. */
const SAME_METRES = 1e-6;
