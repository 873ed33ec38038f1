import type { BeltId, LandUse, Named, PlotStatus, SurroundingKind, Verdict } from '../contract/vocabulary';

/** The two looks of the page. Outside programs are given the light one. */
export type ThemeName = 'light' | 'dark';

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

/** The thin line between parcels. */
export const parcelLine: Record<ThemeName, string> = { light: '#6e6a60', dark: '#0f1314' };

/** Leftover plots, whatever their class: that is told by the hatch. */
export const leftoverInk: Record<ThemeName, string> = { light: '#6b2f8a', dark: '#d3a4ec' };

/** Verdicts: colour and sign together, the same in panels and on the map. */
export const verdictLook: Record<Verdict, { colour: Record<ThemeName, string>; sign: string }> = {
  met: { colour: { light: '#1f7a46', dark: '#62c28c' }, sign: '✓' },
  unmet: { colour: { light: '#c23b22', dark: '#ff8a70' }, sign: '✕' },
  unknown: { colour: { light: '#b07a00', dark: '#e6b450' }, sign: '?' },
};

/** What lies between plots, each kind in its colour, and the edge of roads. */
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
