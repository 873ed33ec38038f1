import { describe, expect, it } from 'vitest';
import { HandRelay, type MapMode, type MapPort, type ModeHandlers } from '../../client/map/hand';

describe('measuring over a mode', () => {
  it('goes back to the mode below, with its own handlers', () => {
    const told: [MapMode, ModeHandlers | undefined][] = [];
    const relay = new HandRelay();
    const port = { setMode: (mode: MapMode, handlers?: ModeHandlers) => told.push([mode, handlers]) };
    relay.attach(port as unknown as MapPort);
    const picking = { onPick: () => undefined };
    relay.setMode('pick', picking);
    relay.measure(() => undefined);
    expect(relay.mode.value).toBe('measure');
    relay.measure(null);
    expect(told.at(-1)).toEqual(['pick', picking]);
  });
  it('keeps what is asked meanwhile for afterwards', () => {
    const relay = new HandRelay();
    relay.measure(() => undefined);
    relay.setMode('draw');
    expect(relay.mode.value).toBe('measure');
    relay.measure(null);
    expect(relay.mode.value).toBe('draw');
  });
});
