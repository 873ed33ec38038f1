import type { ThemeName } from '../../data/looks/classes';

export type { ThemeName };

/** The look of the page by theme; every surface, line and letter takes its colour from here. */
export const tokens = {
  light: {
    accent: '#0f6b66',
    accentSoft: '#e3efed',
    surface: '#ffffff',
    surfaceWarm: '#faf9f6',
    surfaceSunk: '#f3f1ec',
    line: '#e2ded6',
    lineStrong: '#c9c4ba',
    ink: '#23282a',
    inkSoft: '#565e61',
    met: '#1f7a46',
    unmet: '#c23b22',
    unknown: '#946200',
    atLimit: '#1d66b0',
    stale: '#666f73',
    shadow: '0 1px 2px rgb(30 35 38 / 8%), 0 6px 20px rgb(30 35 38 / 8%)',
  },
  dark: {
    accent: '#5cc2b8',
    accentSoft: '#203634',
    surface: '#1d2123',
    surfaceWarm: '#212628',
    surfaceSunk: '#171b1d',
    line: '#343b3e',
    lineStrong: '#4d565a',
    ink: '#e8e8e4',
    inkSoft: '#a9b1b3',
    met: '#62c28c',
    unmet: '#ff8a70',
    unknown: '#e6b450',
    atLimit: '#7db7f0',
    stale: '#98a2a6',
    shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 6px 20px rgb(0 0 0 / 40%)',
  },
} as const;

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Writes the tokens of a theme onto the document as CSS variables (`--accent`, `--ink-soft`, ...). */
export function applyTokens(name: ThemeName): void {
  const root = document.documentElement;
  root.dataset.theme = name;
  root.style.colorScheme = name;
  for (const [key, value] of Object.entries(tokens[name])) root.style.setProperty(`--${kebab(key)}`, value);
}
