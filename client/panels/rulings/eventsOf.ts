import type { EventRow } from '../../../data/contract';

/** Of a park's events, those that made, withdrew or restored a ruling on the plot with this number. */
export function eventsOf(events: readonly EventRow[], number: string): EventRow[] {
  const made = new Set(events.filter(({ facts }) => facts.plot === number).map(({ facts }) => facts.ruling));
  return events.filter(({ facts }) => facts.ruling !== undefined && made.has(facts.ruling));
}
