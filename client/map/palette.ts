import type { ControlKind, LeftoverKind } from '../../data/contract/vocabulary';
import type { ThemeName } from '../../data/looks/classes';

/** Ground of the map by theme. */
export const ground: Record<
  ThemeName,
  Record<'land' | 'sea' | 'coast' | 'county' | 'label' | 'halo' | 'context', string>
> = {
  light: {
    land: '#f6f4ef',
    sea: '#dde9ee',
    coast: '#b4c6ce',
    county: '#9aa5a8',
    label: '#3a4144',
    halo: '#f6f4ef',
    context: '#e9e6df',
  },
  dark: {
    land: '#24292b',
    sea: '#151c21',
    coast: '#3a4a52',
    county: '#6d7a7e',
    label: '#d9dcd8',
    halo: '#1d2224',
    context: '#2c3133',
  },
};

/** Steps of one hue for counts and areas, from little to much: away from the land in either theme. */
export const ramp: Record<ThemeName, readonly [string, string, string, string, string]> = {
  light: ['#e4efec', '#b5d6cf', '#7fb9af', '#45968c', '#0f6b66'],
  dark: ['#2f4a48', '#2f6f69', '#3f9a90', '#73c7bc', '#c4f0e8'],
};
export const segmentLook: Record<ThemeName, { has: string; hasNot: string }> = {
  light: { has: '#45968c', hasNot: '#e7e4dc' },
  dark: { has: '#5cc2b8', hasNot: '#363d40' },
};

export type HatchName = 'diagonal' | 'cross' | 'dots' | 'question';
/** Leftover kinds that the map draws; each has its own hatch. */
export const leftoverLook: Record<
  Exclude<LeftoverKind, 'not-adjacent' | 'too-large'>,
  { hatch: HatchName; letter: string }
> = {
  corner: { hatch: 'diagonal', letter: '╱' },
  scattered: { hatch: 'cross', letter: '╳' },
  enclosed: { hatch: 'dots', letter: '∴' },
  manual: { hatch: 'question', letter: '?' },
  unknown: { hatch: 'question', letter: '?' },
};
/** What the measures of a leftover plot were taken from; each part also has a stroke of its own, see `STROKES`. */
export type WhyPart = 'contact' | 'edge' | 'rest' | 'hull' | 'ground';
/** Blue and orange stay apart for every kind of sight, and in grey by their lightness. */
export const whyInk: Record<ThemeName, Record<WhyPart, string>> = {
  light: { contact: '#0a4fa3', edge: '#d9660a', rest: '#4f575b', hull: '#5b6468', ground: '#0f7f78' },
  dark: { contact: '#5aa2f2', edge: '#ffb15c', rest: '#c3cacc', hull: '#aab3b6', ground: '#5cc2b8' },
};

/** Up to eight distinct hues for the pieces of a park, largest first. */
export const pieceHues = [
  '#0f7f78',
  '#d9822b',
  '#6f5bb5',
  '#b83a5e',
  '#4f8f2f',
  '#2f6fb0',
  '#a0762a',
  '#7a7f83',
] as const;
/** Plots that would make a park whole: not in it yet. */
export const joinInk: Record<ThemeName, string> = { light: '#946200', dark: '#e6b450' };
export const gapInk: Record<ThemeName, string> = { light: '#c8261c', dark: '#ff7468' };

export const controlLook: Record<ControlKind, { colour: string; dash: number[] }> = {
  'basic-farmland': { colour: '#8a9a1f', dash: [1, 1.5] },
  'ecological-red-line': { colour: '#c8322b', dash: [5, 2] },
  'urban-growth-boundary': { colour: '#7b5a2e', dash: [8, 2, 1, 2] },
  'industrial-block': { colour: '#5a45a8', dash: [3, 1.5] },
};
