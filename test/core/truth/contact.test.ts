import { describe, expect, it } from 'vitest';
import { contactMetres, contactStretches } from '../../../server/core/fabric/contact';
import { eachPairWithin, indexOf, type Part } from '../../../server/core/fabric/fabric';
import { contactByDefinition } from './by-definition';
import { cadastre, cadastreWindow, lay, madeFabric, named } from './fabrics';

const settings = { snapMetres: 0.5, parallelDegrees: 20 };
const stepMetres = 0.05;

/** Every two parts whose boxes touch, measured both ways; answers how many are in contact at all. */
function agree(parts: readonly Part[]): number {
  let inContact = 0;
  eachPairWithin(parts, indexOf(parts), settings.snapMetres, (i, j) => {
    const [a, b] = [parts[i] as Part, parts[j] as Part];
    const measured = contactMetres(a, b, settings);
    const { metres, edges } = contactByDefinition(a, b, settings, stepMetres);
    // A stretch begins and ends within a step of where the points say; few edges have more than one.
    const error = stepMetres * (1 + edges);
    const who = `${a.plot} and ${b.plot}: ${measured} m, ${metres} m by points`;
    expect(Math.abs(measured - metres), who).toBeLessThan(error);
    if (measured > 0) inContact++;
  });
  return inContact;
}

describe('contact is what the definition says, asked point by point', () => {
  it.skipIf(cadastre.length === 0).each([1, 2, 3, 4, 5, 6])(named('in window %i of a cadastre'), (seed) => {
    expect(agree(lay(cadastreWindow(seed, 60).plots))).toBeGreaterThan(30);
  });

  it.each([
    [0, 0],
    [0.02, 0],
    [0.05, 17],
    [0.3, 45],
  ])('in a made fabric jittered by %f m and turned by %i°', (jitterMetres, turnDegrees) => {
    const making = { seed: 5, columns: 6, rows: 5, holes: 0.1, cuts: 0.3, copies: 0.05 };
    expect(agree(lay(madeFabric({ ...making, jitterMetres, turnDegrees })))).toBeGreaterThan(30);
  });

  it('lists each stretch once, whoever it lies beside', () => {
    const making = { columns: 5, rows: 4, jitterMetres: 0.05, holes: 0, cuts: 0.4, copies: 0.1, turnDegrees: 8 };
    for (const seed of [1, 2, 3]) {
      const parts = lay(madeFabric({ seed, ...making }));
      for (const [i, part] of parts.entries()) {
        const others = parts.filter((_, j) => j !== i);
        const stretches = contactStretches(part, others, settings);
        for (const [k, { edge, fromMetres, toMetres }] of stretches.entries()) {
          expect(toMetres).toBeGreaterThan(fromMetres);
          const before = stretches[k - 1];
          if (before?.edge === edge) expect(fromMetres).toBeGreaterThan(before.toMetres);
          else expect(edge).toBeGreaterThan(before?.edge ?? -1);
        }
      }
    }
  });
});
