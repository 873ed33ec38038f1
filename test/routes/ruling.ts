import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { Answer, listLeftover, listRulings, PlotClaim } from '../../data/contract';
import { asking } from './asking';

type List = Answer<typeof listLeftover>;
export type LeftoverRow = List['rows'][number];
type Made = { id: string; event: string };

/** Short ways to list leftover plots, rule on them and take rulings back. */
export function ruling(app: FastifyInstance) {
  const { get, post } = asking(app);
  const list = async (query = ''): Promise<List> => (await get(`/api/leftover?limit=500${query}`)).json();
  const make = async (body: object): Promise<Made> => {
    const answer = await post('/api/rulings', { reason: '现场踏勘', ...body });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  return {
    list,
    rowOf: async ({ parcel, park }: LeftoverRow, query = ''): Promise<LeftoverRow | undefined> =>
      (await list(`&park=${park.id}${query}`)).rows.find((row) => row.parcel.id === parcel.id),
    make,
    rule: ({ parcel, park }: LeftoverRow, claim: PlotClaim, more: object = {}): Promise<Made> =>
      make({ subject: 'plot', park: park.id, parcel: parcel.id, claim, ...more }),
    inForce: async (query: string): Promise<Answer<typeof listRulings>['rows']> =>
      (await get(`/api/rulings?${query}`)).json().rows,
    undo: async (event: string) => {
      const answer = await post(`/api/events/${event}/undo`, {});
      return { status: answer.statusCode, ...answer.json<{ event: string; code?: string }>() };
    },
  };
}
