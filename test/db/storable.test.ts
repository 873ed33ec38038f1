import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storable } from '../../server/db/storable';

const text = fc.string({ unit: fc.constantFrom('a', '城', '\\', '"', 'u0000', '\u0000', '\ud83d', '\ude00', '\n') });

test('what has nothing to be cleaned comes back as it was', () => {
  const value = { 地块: ['C:\\u0000.shp', '😀', null, 1.5], nested: { deep: [true] } };
  expect(JSON.parse(storable(value))).toEqual(value);
});

test('no NUL and no half of a surrogate pair is left, in keys and values alike', () => {
  fc.assert(
    fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text))), (value) => {
      const stored = JSON.parse(storable(value));
      const texts = [...Object.keys(stored), ...Object.values(stored).flat()] as string[];
      return texts.every((each) => !each.includes('\u0000') && !/\p{Surrogate}/u.test(each));
    }),
    { seed: 20261126 },
  );
});
