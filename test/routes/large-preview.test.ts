import { describe, expect, it } from 'vitest';
import { MOST_MEMBERS_HERE, openJudgeApart } from '../../server/parks/judge-apart';
import { judgeWithJoin, MOST_MEMBERS_TO_JOIN } from '../../server/parks/judge-with-join';
import { loadParkCase } from '../../server/parks/park-case';
import { openZones } from '../../server/parks/zones';
import { readRulesets } from '../../server/rules';
import { testApp } from '../support/app';
import { asking } from './asking';

const { app, db } = await testApp({ sample: true });
const { get, post } = asking(app);
const rulesets = readRulesets();
const rows = await db.query<{ id: string }>({
  text: `select id::text from parcel order by id limit ${MOST_MEMBERS_TO_JOIN + 20}`,
});
const many = rows.map(({ id }) => id);

describe('a large park', () => {
  it('is previewed while other answers go on, and says that joining plots were not looked for', async () => {
    const done: string[] = [];
    const preview = post('/api/parks/preview', { parcels: many }, 'en').finally(() => done.push('preview'));
    await get('/api/health').then(() => done.push('health'));
    const answer = await preview;
    expect(done).toEqual(['health', 'preview']);
    expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
    const { whatIf } = answer.json().title;
    expect(whatIf.join).toBeNull();
    expect(whatIf.joinSkipped).toContain(String(many.length));
  });

  it('is judged outside the loop that answers, by the same core', async () => {
    const parcels = many.slice(0, MOST_MEMBERS_HERE + 1);
    const parkCase = await loadParkCase(db, { parcels }, rulesets.current);
    if (!parkCase) throw new Error('no case');
    const zones = await openZones({ db, rulesets })();
    const judging = { ruleset: rulesets.current, asOf: '2026-11-23', overrides: { maxGapMetres: 20 }, zones };
    const apart = openJudgeApart();
    const done: string[] = [];
    const judged = apart.judge('judgePark', parkCase, judging).finally(() => done.push('judged'));
    await get('/api/health').then(() => done.push('health'));
    const { whatIf, ...finding } = await judged;
    expect(done).toEqual(['health', 'judged']);
    const { whatIf: _, ...here } = judgeWithJoin({ ...parkCase, beside: [] }, judging);
    expect(finding).toEqual(here);
    const pending = apart.judge('judgePark', parkCase, judging);
    await Promise.all([expect(pending).rejects.toThrow('ended'), apart.close()]);
  });
});
