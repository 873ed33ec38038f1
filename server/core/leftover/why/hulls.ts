import type { Polygon } from '../../../../data/contract/geojson';
import type { WhyAnswer } from '../../../../data/contract/why';
import type { CityCrs } from '../../fabric/city-crs';
import { boxesMeet, boxOf, type Shape } from '../../fabric/shape';
import type { Patch } from '../estate/patch';
import type { Evidence } from '../evidence';
import { hullOfCorners } from '../hull';
import { hullOfPlot } from '../look/interlock';
import { hullOfPark, type ParkNear, staysWithinChords } from '../look/park-hull';
import { groundWithin, partsWithin } from '../plane/clip';
import type { Convex } from '../plane/convex';
import { discBox, pointOnCircle } from '../plane/disc';
import {
  both,
  groundBeside,
  groundOfCorners,
  groundOfShape,
  inDegrees,
  type PlaneGround,
  ringInDegrees,
  together,
} from './plane-ground';

type Told = Pick<WhyAnswer, 'plotHull' | 'parkInPlotHull' | 'parkHull' | 'plotInParkHull' | 'takenIn'>;

/** A round side of a hull is drawn in steps of so many degrees, in the finer ones where the plot reaches out to it. */
const STEP_DEGREES = 2;
const FINE_STEP_DEGREES = 0.05;

/** Draws the two hulls with the ground of the other on each, and the land that the park takes in beside the plot. */
export function tellHulls(evidence: Evidence, crs: CityCrs): Told {
  const { park, inContact, disc } = evidence;
  const plot = evidence.plot.parts;
  const plotHull = hullOfPlot(plot);
  const beside = groundBeside(plot, boxOf([...plot, ...park.patches, { box: discBox(disc) }]));
  const taken = park.patches.filter(({ box }) => boxesMeet(box, discBox(disc)));
  const parkHull = outlineOfHull(plot, inContact);
  return {
    plotHull: polygonOf(plotHull, crs),
    parkInPlotHull: inDegrees(parkOn(plotHull, evidence, beside), crs),
    parkHull: polygonOf(parkHull, crs),
    plotInParkHull: inDegrees(
      plot.flatMap((part) => clippedTo(parkHull, part)),
      crs,
    ),
    takenIn: inDegrees(together(taken.map((patch) => groundOfPatch(patch, beside))), crs),
  };
}

function parkOn(hull: Convex, { park }: Evidence, beside: PlaneGround): PlaneGround {
  const parts = park.parts.map(({ shape }) => clippedTo(hull, shape));
  const near = park.patches.filter(({ land, zone }) => groundWithin(land, hull) > 0 && groundWithin(zone, hull) > 0);
  const room = near.length > 0 ? both(groundOfCorners(hull), beside) : [];
  const land = near.map((patch) => both(groundOfPatch(patch, beside), room)).filter((ground) => ground.length > 0);
  return land.length > 0 || park.mayOverlap ? together([...parts, ...land]) : parts.flat();
}

function clippedTo(hull: Convex, shape: Shape): PlaneGround {
  return groundWithin(shape, hull) > 0 ? groundOfShape(partsWithin(shape, hull)) : [];
}

/** What a patch covers beside the plot; one that lies over the plot comes without a convex outline. */
function groundOfPatch({ outline, convex, land, zone }: Patch, beside: PlaneGround): PlaneGround {
  if (convex) return groundOfShape(outline);
  return both(both(groundOfShape(land), groundOfShape(zone)), beside);
}

function outlineOfHull(plot: readonly Shape[], near: ParkNear): Convex {
  const { corners, arcs } = hullOfPark(near);
  const step = ((staysWithinChords(plot, near) ? STEP_DEGREES : FINE_STEP_DEGREES) * Math.PI) / 180;
  const round = arcs.flatMap(([from, to]) => {
    const steps = Math.ceil((to - from) / step);
    return Array.from({ length: steps }, (_, i) => pointOnCircle(near.disc, from + ((to - from) * i) / steps)).flat();
  });
  return hullOfCorners([...corners, ...round]);
}

function polygonOf(outline: Convex, crs: CityCrs): Polygon | null {
  const [rings] = groundOfCorners(outline);
  return rings ? { type: 'Polygon', coordinates: rings.map((ring) => ringInDegrees(ring, crs)) } : null;
}
