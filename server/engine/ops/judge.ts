import type { TitleFinding } from '../../core/title';
import { type Judging, judgePark } from '../../parks/judge-park';
import { judgeWithJoin } from '../../parks/judge-with-join';
import { caseVersion, type Member, type ParkCase } from '../../parks/park-case';
import type { OpContext } from '../ops';

/** Under which rules, on which day and with which tolerances a park is judged. */
export type Asked = Omit<Judging, 'zones'>;

/** The finding on one park with what it takes to tell it. */
export interface Judged {
  readonly finding: TitleFinding;
  readonly members: readonly Pick<Member, 'id' | 'number' | 'geometry'>[];
  readonly firms: ParkCase['firms'];
  readonly inputVersion: string;
}

/** Judges a park by the three tests of its title. */
export function judge(parkCase: ParkCase, asked: Asked, { zones }: OpContext): Judged {
  return judgedBy(parkCase, asked, judgePark(parkCase, { ...asked, zones }));
}

/** Judges a park and names the lightest free plots beside it that would make it whole. */
export function judgeToJoin(parkCase: ParkCase, asked: Asked, { zones }: OpContext): Judged {
  return judgedBy(parkCase, asked, judgeWithJoin(parkCase, { ...asked, zones }));
}

function judgedBy(parkCase: ParkCase, { ruleset }: Asked, finding: TitleFinding): Judged {
  return {
    finding,
    members: parkCase.members.map(({ id, number, geometry }) => ({ id, number, geometry })),
    firms: parkCase.firms,
    inputVersion: caseVersion(parkCase, ruleset),
  };
}
