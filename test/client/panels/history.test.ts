import { describe, expect, it } from 'vitest';
import { lastStep, standingOf } from '../../../client/panels/history/standing';
import type { EventRow } from '../../../data/contract';

const event = (id: string, undoes: string | null = null, undoneBy: string | null = null): EventRow => ({
  id,
  at: '2026-11-23T00:00:00Z',
  actor: 'x',
  reason: null,
  verb: 'create-park',
  subject: { kind: 'park', id: '1', name: null },
  facts: {},
  undoes,
  undoneBy,
  blocked: null,
});

describe('the history', () => {
  it('undoes the newest write that stands', () => {
    const rows = [event('3', '2'), event('2', null, '3'), event('1')];
    expect(lastStep(rows, 'undo')?.id).toBe('1');
    expect(lastStep(rows, 'redo')?.id).toBe('3');
  });
  it('treats the undoing of an undo as a redo, and the first write as standing again', () => {
    const rows = [event('3', '2'), event('2', '1', '3'), event('1', null, '2')];
    expect(standingOf(rows).get('3')?.role).toBe('redo');
    expect(standingOf(rows).get('1')?.holds).toBe(true);
    expect(lastStep(rows, 'undo')?.id).toBe('3');
    expect(lastStep(rows, 'redo')).toBeNull();
  });
  it('passes over what cannot be taken back now', () => {
    const rows = [
      event('3', '1'),
      { ...event('2'), blocked: 'the import was withdrawn' },
      event('1', null, '3'),
      event('0'),
    ];
    expect(lastStep(rows, 'undo')?.id).toBe('0');
    expect(lastStep(rows, 'redo')?.id).toBe('3');
  });
  it('has nothing to redo after a new write', () => {
    const rows = [event('3'), event('2', '1'), event('1', null, '2')];
    expect(lastStep(rows, 'redo')).toBeNull();
    expect(lastStep(rows, 'undo')?.id).toBe('3');
  });
});
