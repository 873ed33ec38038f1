import { z } from 'zod';
import { makeRuling as endpoint, type Handled, type LeftoverKind, type PlotClaim } from '../../data/contract';
import type { Tx } from '../db/pool';
import { keepAttachments } from '../db/rulings/attachments';
import { insertRuling, type NewRuling, withdrawOlder } from '../db/rulings/change-ruling';
import { listRuledMembers, lockRuledPark, readRuledPlot } from '../db/rulings/ruled-ground';
import { refusal } from '../errors';
import type { Outcome } from './perform';

type Asked = Handled<typeof endpoint>['body'];
type Subject = Pick<NewRuling, 'kind' | 'subject' | 'foundAs' | 'standing'> & { facts: Outcome['facts'] };

const signed = z.object({ actor: z.string().min(1) });

/** Enters what a person ruled on a leftover plot or on a gap; an earlier ruling on the same thing is withdrawn with it. */
export async function makeRuling(tx: Tx, given: Record<string, unknown>): Promise<Outcome> {
  const { actor } = signed.parse(given);
  const asked = endpoint.body.parse(given);
  const { park, claim, reason, document = null, office = null, attachments } = asked;
  const parkName = await lockRuledPark(tx, park);
  if (parkName === null) throw refusal('not-found', { what: 'park', id: park });
  const { facts, ...subject } =
    asked.subject === 'plot' ? await plotOf(tx, asked, parkName) : await gapOf(tx, asked, parkName);
  const missing = await keepAttachments(
    tx,
    attachments.map(({ sha256 }) => sha256),
  );
  if (missing.length > 0) {
    const names = attachments.filter(({ sha256 }) => missing.includes(sha256)).map(({ name }) => name);
    throw refusal('attachment-unknown', { names: names.join('、') });
  }
  const older = await withdrawOlder(tx, { ...subject, park });
  const id = await insertRuling(tx, { ...subject, park, claim, reason, document, office, attachments, actor });
  return {
    subject: { kind: 'park', id: park, name: parkName },
    facts: { ruling: id, ...facts, ...(older && { instead: older }) },
    inverse: { verb: 'withdraw-ruling', args: { id, restoring: older } },
    touches: touchedBy(subject.kind),
  };
}

/** Whose picture a ruling changes: that of leftover plots, or, through its park's gaps, that of the park. */
export function touchedBy(kind: NewRuling['kind']): Outcome['touches'] {
  return kind === 'plot' ? ['leftover', 'rulings'] : ['rulings'];
}

async function plotOf(tx: Tx, asked: Extract<Asked, { subject: 'plot' }>, parkName: string): Promise<Subject> {
  const { park, parcel, claim } = asked;
  const plot = await readRuledPlot(tx, park, parcel);
  if (!plot) throw refusal('not-found', { what: 'parcel', id: parcel });
  const { number, found } = plot;
  if (!found) throw refusal('finding-missing', { number, name: parkName });
  return {
    kind: 'plot',
    subject: String(BigInt(parcel)),
    foundAs: found,
    standing: standingBy(claim, found),
    facts: { plot: number, decision: claim.decision, ...(claim.decision === 'change' && { class: claim.kind }) },
  };
}

function standingBy(claim: PlotClaim, found: LeftoverKind): LeftoverKind | null {
  if (claim.decision === 'reject') return null;
  return claim.decision === 'change' ? claim.kind : found;
}

async function gapOf(tx: Tx, asked: Extract<Asked, { subject: 'gap' }>, parkName: string): Promise<Subject> {
  const [a, b] = asked.claim.plots.map(BigInt).toSorted((p, q) => (p < q ? -1 : 1)) as [bigint, bigint];
  if (a === b) {
    const issues = [{ path: '/claim/plots', message: 'a gap lies between two plots, not one' }];
    throw refusal('request-invalid', {}, { issues });
  }
  const plots = [String(a), String(b)];
  const members = await listRuledMembers(tx, asked.park, plots);
  const strangers = plots.filter((plot) => !members.some(({ id }) => id === plot));
  if (strangers.length > 0) throw refusal('not-members', { ids: strangers.join(', '), name: parkName });
  return {
    kind: 'gap',
    subject: plots.join('-'),
    foundAs: null,
    standing: null,
    facts: {
      gap: members
        .map(({ number }) => number)
        .toSorted()
        .join(' — '),
      holds: asked.claim.holds.join(', '),
    },
  };
}
