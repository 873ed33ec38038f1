import type {
  BeltId,
  ControlKind,
  LandUse,
  LeftoverKind,
  Named,
  PlotStatus,
  SurroundingKind,
  Verdict,
} from '../../data/contract/vocabulary';
import type { ThemeName } from '../style/tokens';

/** A class on the map: its fill, its outline as the second sign, and a letter for those who see neither. */
export interface ClassLook {
  fill: string;
  outline: 'hairline' | 'solid' | 'dashed' | 'heavy';
  letter: Named;
}
const look = (fill: string, outline: ClassLook['outline'], zh: string, en: string): ClassLook => ({
  fill,
  outline,
  letter: { zh, en },
});

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

/** Belts: three tints that stay apart in grey, with a short name as the second sign. */
export const beltLook: Record<BeltId, ClassLook> = {
  central: look('#ad5a43', 'solid', '中', 'C'),
  coastal: look('#5f9bb5', 'solid', '沿', 'S'),
  mountain: look('#b9c489', 'solid', '山', 'M'),
};

/** How much of its tint a unit shows over the land, from afar and from near. */
export const zoneShare: Record<ThemeName, { far: number; near: number }> = {
  light: { far: 0.5, near: 0.1 },
  dark: { far: 0.42, near: 0.08 },
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

export const statusLook: Record<PlotStatus, ClassLook> = {
  planned: look('#f4ead0', 'dashed', '规', 'PL'),
  'approved-not-supplied': look('#f0c255', 'solid', '批', 'AP'),
  'on-offer': look('#e07b35', 'heavy', '供', 'OF'),
  'supplied-not-started': look('#d3bde0', 'dashed', '待', 'SU'),
  'under-construction': look('#a094cf', 'solid', '建', 'UC'),
  'in-production': look('#9dbfb8', 'hairline', '产', 'PR'),
  inefficient: look('#d2a29a', 'solid', '低', 'IN'),
  idle: look('#a5493f', 'heavy', '闲', 'ID'),
  'taken-back': look('#9aa6ab', 'dashed', '储', 'TB'),
};

/** Close to the colours of the national land-use plans, which these readers know, with their letters. */
export const useLook: Record<LandUse, ClassLook> = {
  industrial: look('#c39a6b', 'solid', 'M', 'M'),
  research: look('#de8fae', 'solid', 'K', 'K'),
  logistics: look('#a58cc6', 'solid', 'W', 'W'),
  commercial: look('#dc7363', 'solid', 'B', 'B'),
  residential: look('#f0dc85', 'hairline', 'R', 'R'),
  public: look('#eeb3c6', 'hairline', 'A', 'A'),
  green: look('#92bf80', 'hairline', 'G', 'G'),
  transport: look('#b9bdc0', 'hairline', 'S', 'S'),
  water: look('#a9cde0', 'hairline', 'E', 'E'),
  farmland: look('#d9e4b0', 'hairline', 'N', 'N'),
  other: look('#dedad1', 'dashed', 'X', 'X'),
};
/** A parcel whose status or use nobody has given. */
export const notGivenFill: Record<ThemeName, string> = { light: '#e9e6df', dark: '#555d60' };
export const notGiven = look('#e9e6df', 'hairline', '—', '—');

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
export const leftoverInk: Record<ThemeName, string> = { light: '#6b2f8a', dark: '#d3a4ec' };

/** What the measures of a leftover plot were taken from; each part also has a stroke of its own, see `STROKES`. */
export type WhyPart = 'contact' | 'edge' | 'rest' | 'hull' | 'ground';
/** Blue and orange stay apart for every kind of sight, and in grey by their lightness. */
export const whyInk: Record<ThemeName, Record<WhyPart, string>> = {
  light: { contact: '#0a4fa3', edge: '#d9660a', rest: '#4f575b', hull: '#5b6468', ground: '#0f7f78' },
  dark: { contact: '#5aa2f2', edge: '#ffb15c', rest: '#c3cacc', hull: '#aab3b6', ground: '#5cc2b8' },
};

/** Verdicts: colour and sign together, the same in panels and on the map. */
export const verdictLook: Record<Verdict, { colour: Record<ThemeName, string>; sign: string }> = {
  met: { colour: { light: '#1f7a46', dark: '#62c28c' }, sign: '✓' },
  unmet: { colour: { light: '#c23b22', dark: '#ff8a70' }, sign: '✕' },
  unknown: { colour: { light: '#b07a00', dark: '#e6b450' }, sign: '?' },
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

export const corridorLook: Record<SurroundingKind, Record<ThemeName, string>> = {
  road: { light: '#ffffff', dark: '#3d4447' },
  expressway: { light: '#efd7a4', dark: '#6b5a35' },
  railway: { light: '#8d9295', dark: '#7f888c' },
  river: { light: '#bfd9e4', dark: '#2b4552' },
  ditch: { light: '#bfd9e4', dark: '#2b4552' },
  'green-belt': { light: '#cfe0bd', dark: '#34452e' },
  'power-line': { light: '#b9a3c4', dark: '#6d5c78' },
  'planning-edge': { light: '#b0552f', dark: '#d98a62' },
  'county-boundary': { light: '#9aa5a8', dark: '#6d7a7e' },
  parcel: { light: '#c9c4ba', dark: '#4d565a' },
};
export const roadCasing: Record<ThemeName, string> = { light: '#d9d5cc', dark: '#15191b' };

export const controlLook: Record<ControlKind, { colour: string; dash: number[] }> = {
  'basic-farmland': { colour: '#8a9a1f', dash: [1, 1.5] },
  'ecological-red-line': { colour: '#c8322b', dash: [5, 2] },
  'urban-growth-boundary': { colour: '#7b5a2e', dash: [8, 2, 1, 2] },
  'industrial-block': { colour: '#5a45a8', dash: [3, 1.5] },
};
