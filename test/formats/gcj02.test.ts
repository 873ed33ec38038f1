import { expect, test } from 'vitest';
import { fromGcj02, toGcj02 } from '../../server/formats/crs/gcj02';
import { fitsMoved, followsMoved } from '../../server/imports/shift';

test('the displacement is the one that is published', () => {
  const [longitude, latitude] = toGcj02([116.404, 39.915]);
  expect(longitude).toBeCloseTo(116.410_244_499, 8);
  expect(latitude).toBeCloseTo(39.916_404_281, 8);
});

test('taking it away leads back to a millimetre', () => {
  const [longitude, latitude] = fromGcj02(toGcj02([118.6, 24.9]));
  expect(longitude).toBeCloseTo(118.6, 9);
  expect(latitude).toBeCloseTo(24.9, 9);
});

test.each([
  ['most coincide only when moved', { asIs: 0, moved: 40, movedMeets: 50 }, true],
  ['three plots are too few', { asIs: 0, moved: 3, movedMeets: 3 }, false],
  ['a regular fabric fits both ways', { asIs: 30, moved: 40, movedMeets: 50 }, false],
  ['moved, they lie across other plots', { asIs: 0, moved: 10, movedMeets: 100 }, false],
])('plots: %s', (_, fit, answer) => expect(fitsMoved(fit)).toBe(answer));

test.each([
  ['they run along the lines only when moved', { asIs: 2, moved: 120, places: 200 }, true],
  ['few places do', { asIs: 0, moved: 20, places: 20 }, false],
  ['they run along them as they are too', { asIs: 50, moved: 120, places: 200 }, false],
  ['a small share does', { asIs: 0, moved: 40, places: 400 }, false],
])('county lines: %s', (_, fit, answer) => expect(followsMoved(fit)).toBe(answer));
