import { describe, expect, test } from 'vitest';
import { contrast, inkOn } from '../../client/style/contrast';
import { tokens } from '../../client/style/tokens';
import { beltLook, statusLook, useLook } from '../../data/looks/classes';

const readable = 4.5;

describe('colours that are read', () => {
  test.each([
    ['belts', beltLook],
    ['status', statusLook],
    ['use', useLook],
  ])('a letter reads on every fill of %s', (_, looks) => {
    const poor = Object.entries(looks).filter(
      ([, { fill }]) => contrast(fill, inkOn(fill, '#23282a', '#ffffff')) < readable,
    );
    expect(poor).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('words and verdicts read on every surface of the %s theme', (theme) => {
    const t = tokens[theme];
    const inks = [t.ink, t.inkSoft, t.accent, t.met, t.unmet, t.unknown, t.atLimit];
    const poor = inks.flatMap((ink) =>
      [t.surface, t.surfaceWarm, t.surfaceSunk]
        .filter((surface) => contrast(ink, surface) < readable)
        .map((s) => [ink, s]),
    );
    expect(poor).toEqual([]);
  });

  test('classes of one layer stay apart without colour: fill, outline and letter are never all alike', () => {
    for (const looks of [beltLook, statusLook, useLook]) {
      const letters = Object.values(looks).map((look) => `${look.letter.zh}/${look.letter.en}`);
      expect(new Set(letters).size).toBe(letters.length);
    }
  });
});
