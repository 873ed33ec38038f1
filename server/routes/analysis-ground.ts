import type { ContiguityRequest } from '../../data/contract/analysis';
import type { GeometryFault } from '../../data/contract/errors';
import type { Areal, LinearOrAreal } from '../../data/contract/geojson';
import type { Ruleset } from '../../data/contract/ruleset';
import { faultWords } from '../../data/words/findings';
import type { PlotInput } from '../core/fabric/fabric';
import { type Fault, judgeAreal, judgeSurrounding } from '../core/fabric/judge';
import type { Surrounding } from '../core/pieces/surroundings';
import { refusal } from '../errors';
import type { Lang } from '../lang';

type Plots = ContiguityRequest['plots'];
type Between = NonNullable<ContiguityRequest['between']>;

/** What an analysis was sent, collection by collection under the names of the contract. */
interface Sent {
  readonly plots?: Plots | undefined;
  readonly park?: Plots | undefined;
  readonly between?: Between | undefined;
  readonly edges?: Between | undefined;
  readonly redLine?: unknown;
}

interface Ground {
  readonly plots: PlotInput[];
  readonly park: PlotInput[];
  readonly between?: Surrounding[];
  readonly edges?: Surrounding[];
  readonly redLine?: Areal;
}

/**
 * Judges everything that was sent before anything is measured: refuses a repeated id or an empty collection that must
 * not be (`needed`) with 400, and with 422 every bad geometry by name. Collections left out stay left out.
 */
export function judgeGround(sent: Sent, needed: readonly ('plots' | 'park')[], ruleset: Ruleset, lang: Lang): Ground {
  refuseIds(sent, needed);
  const extent = ruleset.rules.measure.planningExtent.value;
  const faults: Fault[] = [];
  const plots = (collection: Plots | undefined): PlotInput[] =>
    (collection?.features ?? []).flatMap(({ id, geometry }): PlotInput[] => {
      const judged = judgeAreal({ id, geometry }, extent);
      faults.push(...judged.faults);
      return judged.geometry ? [{ id, geometry: judged.geometry }] : [];
    });
  const around = (collection: Between): Surrounding[] =>
    collection.features.flatMap(
      ({ id, geometry, properties: { kind, widthMetres, edgeErrorMetres } }): Surrounding[] => {
        const judged = judgeSurrounding({ id, geometry }, extent);
        faults.push(...judged.faults);
        const shape: LinearOrAreal | null = judged.geometry;
        return shape ? [{ id, kind, widthMetres, edgeErrorMetres, geometry: shape }] : [];
      },
    );
  const ground: Ground = {
    plots: plots(sent.plots),
    park: plots(sent.park),
    ...(sent.between && { between: around(sent.between) }),
    ...(sent.edges && { edges: around(sent.edges) }),
  };
  const redLine = sent.redLine ? judgeAreal({ id: 'redLine', geometry: sent.redLine }, extent) : null;
  faults.push(...(redLine?.faults ?? []));
  if (faults.length > 0)
    throw refusal('geometry-invalid', {}, { faults: faults.map((fault) => sayFault(fault, lang)) });
  return redLine?.geometry ? { ...ground, redLine: redLine.geometry } : ground;
}

/** Refuses ids that say two things at once, and collections that must hold something. */
function refuseIds(sent: Sent, needed: readonly ('plots' | 'park')[]): void {
  const issues = (['plots', 'park', 'between', 'edges'] as const).flatMap((name) => {
    const ids = sent[name]?.features.map(({ id }) => id) ?? [];
    const path = `/${name}/features`;
    const isEmpty = ids.length === 0 && needed.some((one) => one === name);
    const empty = isEmpty ? [{ path, message: 'must hold at least one feature' }] : [];
    return [...empty, ...repeatedOf(ids).map((id) => ({ path, message: `repeated id ${id}` }))];
  });
  if (issues.length > 0) throw refusal('request-invalid', {}, { issues });
}

function repeatedOf(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const repeated = ids.filter((id) => {
    const isRepeated = seen.has(id);
    seen.add(id);
    return isRepeated;
  });
  return [...new Set(repeated)];
}

function sayFault({ feature, code, at }: Fault, lang: Lang): GeometryFault {
  const fault = { feature, code, reason: faultWords[code][lang] };
  return at ? { ...fault, at } : fault;
}
