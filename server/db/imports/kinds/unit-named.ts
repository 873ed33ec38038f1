import type { WriteJob } from '../../../imports/kinds/kind';
import type { Tx } from '../../pool';
import { holdWhere } from './hold';

/** Notes with each accepted record the unit that it names, by id, code, name, or name without its class; holds back those that name none we know. */
export async function nameUnits(tx: Tx, job: WriteJob): Promise<void> {
  await tx.query({
    text: `update import_record s
           set fields = s.fields || jsonb_build_object('unit_id', (
             select u.id from unit u
             where s.fields ->> 'unit' in (u.id, u.adcode, u.name ->> 'zh', u.name ->> 'en', regexp_replace(u.name ->> 'zh', '[市区县]$', ''))
                or s.fields ->> 'unit' like '%' || (u.name ->> 'zh')
             order by s.fields ->> 'unit' in (u.id, u.adcode, u.name ->> 'zh', u.name ->> 'en') desc, u.position limit 1))
           where s.import = $1 and s.code is null and s.outcome is null and s.fields ->> 'unit' is not null`,
    values: [job.import],
  });
  await holdWhere(tx, job, 'unit-unknown', {
    when: `s.fields ->> 'unit' is not null and s.fields ->> 'unit_id' is null`,
    args: `jsonb_build_object('value', s.fields ->> 'unit')`,
  });
}
