/** Time as the contract has it: UTC to the millisecond. */
export const isoSql = (time: string): string => `to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The files that the ruling `r` rests on, as the contract has them. */
const ATTACHMENTS = `coalesce((
  select jsonb_agg(jsonb_build_object('sha256', a.sha256, 'name', named.file ->> 'name', 'mediaType', a.media_type,
                                      'byteLength', b.byte_length) order by named.place)
    from jsonb_array_elements(r.attachments) with ordinality named(file, place)
    join attachment a on a.sha256 = named.file ->> 'sha256' join file b on b.sha256 = a.sha256), '[]')`;
/** The event that put the ruling `r` in force last. */
const EVENT = `(
  select max(e.id)::text from event e
   where e.subject_kind = 'park' and e.subject_id = r.park::text and e.facts ->> 'ruling' = r.id::text
     and e.verb in ('make-ruling', 'restore-ruling'))`;
const BASE = `
  'id', r.id::text, 'subject', r.subject_kind, 'park', r.park::text, 'claim', r.claim, 'reason', r.reason,
  'document', r.document, 'office', r.office, 'attachments', ${ATTACHMENTS}, 'actor', r.actor, 'at', ${isoSql('r.at')},
  'event', ${EVENT}`;

/** SQL of the ruling `r` on a plot as the contract has it; `found` is SQL of the class found today, null = none. */
export const plotRulingSql = (found: string): string => `jsonb_build_object(${BASE},
  'parcel', r.subject_id, 'foundAs', r.found_as, 'foundOtherwise', r.found_as is distinct from ${found})`;

/** SQL of the ruling `r` on a gap as the contract has it. */
export const GAP_RULING = `jsonb_build_object(${BASE})`;
