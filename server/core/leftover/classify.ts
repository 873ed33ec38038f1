import type { LeftoverKind } from '../../../data/contract/vocabulary';
import type { LeftoverCode } from '../../../data/words/leftover';
import type { LeftoverMeasures } from './measures';
import type { LeftoverSettings } from './settings';

/** A sentence still without language: its code and what fills it. */
export interface LeftoverMessage {
  readonly code: LeftoverCode;
  readonly args: Readonly<Record<string, string | number>>;
}

/** The kind of one plot with the reasons for it. */
export interface Classified {
  readonly kind: LeftoverKind;
  readonly atLimit: boolean;
  readonly wouldBe: LeftoverKind | null;
  readonly because: LeftoverMessage[];
  readonly missing: LeftoverMessage[];
}

/** Figures closer than this are the same, drawn to the limit and only rounded on the way. */
const SAME_FIGURE = 1e-6;
const atLeast = (value: number, limit: number) => value >= limit - SAME_FIGURE;

/**
 * Puts a measured plot into a class, in the order of the domain: out of reach, over the limit, scattered, enclosed,
 * corner, left to a person. What only a missing layer keeps from being a corner is unknown.
 */
export function classify(
  measured: { readonly measures: LeftoverMeasures; readonly isAdjacent: boolean },
  areaMu: number,
  edgesKnown: boolean,
  settings: LeftoverSettings,
): Classified {
  const { limitMu, limitInclusive, atLimitShare, surveySquareMetres } = settings;
  const limitBandMu = Math.max(atLimitShare * limitMu, (surveySquareMetres * 3) / 2000);
  const atLimit = Math.abs(areaMu - limitMu) <= limitBandMu;
  const isTheLimit = Math.abs(areaMu - limitMu) <= SAME_FIGURE * limitMu;
  const isOver = isTheLimit ? !limitInclusive : areaMu > limitMu;
  const area: LeftoverMessage[] = atLimit
    ? [{ code: 'leftover-at-limit', args: { areaMu: figureBeside(areaMu, limitMu), limitMu } }]
    : [];

  if (!measured.isAdjacent) {
    const because: LeftoverMessage[] = [{ code: 'leftover-not-adjacent', args: { reachMetres: settings.reachMetres } }];
    const missing: LeftoverMessage[] = edgesKnown ? [] : [{ code: 'leftover-streets-missing', args: {} }];
    return { kind: 'not-adjacent', atLimit, wouldBe: null, because: [...because, ...area], missing };
  }
  const shape = classifyShape(measured.measures, edgesKnown, settings);
  if (!isOver) return { ...shape, atLimit, wouldBe: null, because: [...shape.because, ...area] };
  const over: LeftoverMessage = {
    code: 'leftover-too-large',
    args: { areaMu: figureBeside(areaMu, limitMu), limitMu },
  };
  return { ...shape, kind: 'too-large', atLimit, wouldBe: shape.kind, because: [over, ...shape.because, ...area] };
}

/** A figure with two decimals, or with as many as it takes to differ from a limit it is not equal to. */
function figureBeside(value: number, limit: number): string {
  for (let digits = 2; digits < 9; digits++) {
    const text = value.toFixed(digits);
    if (Number(text) !== limit) return text;
  }
  return value.toFixed(2);
}

type Shaped = Pick<Classified, 'kind' | 'because' | 'missing'>;

function classifyShape(measures: LeftoverMeasures, edgesKnown: boolean, settings: LeftoverSettings): Shaped {
  const { contactShare, contactRuns, edgeShare, enclosure, parkIntoPlot, plotIntoPark } = measures;
  if (
    atLeast(parkIntoPlot, settings.scatteredParkIntoPlot) &&
    atLeast(plotIntoPark, settings.scatteredPlotIntoPark) &&
    !atLeast(contactShare, settings.scatteredContactBelow)
  ) {
    return found('scattered', 'leftover-scattered', { parkIntoPlot, plotIntoPark, contactShare });
  }
  if (atLeast(contactShare, settings.enclosedContact)) {
    return found('enclosed', 'leftover-enclosed-contact', { contactShare, limit: settings.enclosedContact });
  }
  if (atLeast(enclosure, settings.enclosedEnclosure)) {
    return found('enclosed', 'leftover-enclosed-around', { enclosure, limit: settings.enclosedEnclosure });
  }
  if (
    atLeast(contactRuns, settings.enclosedRuns) &&
    atLeast(plotIntoPark, settings.enclosedPlotIntoPark) &&
    atLeast(contactShare, settings.enclosedRunsContact)
  ) {
    return found('enclosed', 'leftover-enclosed-between', { contactRuns, plotIntoPark, contactShare });
  }
  if (
    atLeast(edgeShare, settings.cornerEdge) &&
    atLeast(contactShare, settings.cornerContact) &&
    atLeast(contactShare + edgeShare, settings.cornerSum)
  ) {
    return found('corner', 'leftover-corner', { edgeShare, contactShare });
  }
  if (edgesKnown) return found('manual', 'leftover-manual', { contactShare, edgeShare, enclosure });
  return {
    ...found('unknown', 'leftover-undecided', { contactShare, enclosure }),
    missing: [{ code: 'leftover-edges-missing', args: {} }],
  };
}

function found(kind: LeftoverKind, code: LeftoverCode, args: LeftoverMessage['args']): Shaped {
  return { kind, because: [{ code, args }], missing: [] };
}
