import { expect, it } from 'vitest';
import { isGoneAway } from '../../server/gone-away';

const premature = { code: 'ERR_STREAM_PREMATURE_CLOSE', message: 'Premature close' };

it.each([
  ['a browser that left in the middle', premature, true, true],
  ['a request that was aborted', { message: 'aborted' }, true, true],
  ['a stream of ours that broke off while the browser waits', premature, false, false],
  ['a fault of ours met after the browser left', { message: 'x is not a function' }, true, false],
])('%s', (_, error, isClosed, away) => {
  expect(isGoneAway(error, isClosed)).toBe(away);
});
