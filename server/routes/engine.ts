import type { FastifyInstance } from 'fastify';
import { readEngine } from '../../data/contract';
import type { Engine } from '../engine/engine';
import { serve } from './serve';

/** GET /api/engine. */
export function registerEngine(app: FastifyInstance, engine: Engine): void {
  serve(app, readEngine, async () => {
    const { threads, sharedBytes, sharedBytesAtMost, loads } = await engine.report();
    const [first] = threads;
    return {
      parcels: first?.parcels ?? 0,
      points: first?.points ?? 0,
      parks: first?.parks ?? 0,
      grounds: first?.grounds ?? 0,
      sharedBytes,
      sharedBytesAtMost,
      heapBytes: threads.map(({ heapBytes }) => heapBytes),
      fullLoads: loads.full,
      updates: loads.updates,
      loadMilliseconds: loads.milliseconds,
    };
  });
}
