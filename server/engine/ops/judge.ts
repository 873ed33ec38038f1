import type { TitleFinding } from '../../core/title';
import { type Judging, judgePark } from '../../parks/judge-park';
import { judgeWithJoin } from '../../parks/judge-with-join';
import type { ParkCase } from '../../parks/park-case';
import type { OpContext } from '../ops';

type Asked = Omit<Judging, 'zones'>;

/** Judges a park by the three tests of its title. */
export function judge(parkCase: ParkCase, asked: Asked, { zones }: OpContext): TitleFinding {
  return judgePark(parkCase, { ...asked, zones });
}

/** Judges a park and names the lightest free plots beside it that would make it whole. */
export function judgeToJoin(parkCase: ParkCase, asked: Asked, { zones }: OpContext): TitleFinding {
  return judgeWithJoin(parkCase, { ...asked, zones });
}
