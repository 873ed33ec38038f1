import { describe, expect, test } from 'vitest';
import { contiguity } from '../../../server/core/contiguity';
import type { JoinInput } from '../../../server/core/join';
import { plotsOfBlob } from '../../../server/core/join/ground';
import { layYard } from '../../../server/core/join/yard';
import { type ContiguityOverrides, contiguitySettings } from '../../../server/core/pieces/settings';
import { ruleset } from '../leftover/drawn';
import { seeded } from './seeded';
import { overrides, smallCase } from './small-cases';
import { makeYard } from './yards';

describe('the judge of joining sets', () => {
  test('finds the pieces that the contiguity reading finds, whatever is taken in', () => {
    for (let seed = 0; seed < 2500; seed++) expectSamePieces(smallCase(seed), 3, overrides, `seed ${seed}`, seed);
  }, 240_000);

  test('does so in a yard of blocks and streets as well', () => {
    for (const known of ['nothing', 'streets', 'register'] as const) {
      for (let seed = 0; seed < 8; seed++) {
        const yard = makeYard({ seed, pieces: 3, candidates: 160, known });
        expectSamePieces(yard, 3, {}, `${known} ${seed}`, seed);
      }
    }
  }, 240_000);
});

/** Takes some candidates in, judges by both, and compares which plots end up together. */
function expectSamePieces(
  input: JoinInput,
  times: number,
  asked: ContiguityOverrides,
  told: string,
  seed: number,
): void {
  const { park, plots, between, redLine, rulings, reading = 'normal' } = input;
  const { judge, ground } = layYard(input, ruleset, contiguitySettings(ruleset, asked).settings);
  const random = seeded(seed + 17);
  for (let time = 0; time < times; time++) {
    const share = random();
    const chosen = [...plots.keys()].filter(() => random() < share);
    const all = [...park, ...chosen.map((place) => plots[place] as (typeof plots)[number])];
    const read = contiguity({ plots: all, between, redLine: redLine ?? undefined, rulings }, ruleset, asked);
    const expected = read.readings[reading].pieces.map((piece) => [...piece.plots].sort().join());
    const standing = judge.read(chosen);
    expect(standing.count, told).toBe(expected.length);
    const pieces = new Map<number, Set<string>>();
    for (const blob of standing.blobs) {
      const piece = standing.pieces.find(blob);
      pieces.set(piece, new Set([...(pieces.get(piece) ?? []), ...plotsOfBlob(ground, blob)]));
    }
    expect([...pieces.values()].map((ids) => [...ids].sort().join()).sort(), told).toEqual(expected.sort());
  }
}
