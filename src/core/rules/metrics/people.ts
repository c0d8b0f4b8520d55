/** Party body, committee, workers and staff; the money that is paid (policy sheet §4, §7). */
import { derive, type Fact } from '../fact.ts';
import type { CommunityFacts } from '../facts.ts';
import { derived, number, percent, truth, word } from './metric.ts';

type Of = CommunityFacts;

export const PEOPLE_METRICS = {
  partyBody: word((f: Of) => f.partyBody),
  partyMembers: number('persons', (f: Of) => f.partyMembers),
  /** Residents' committees in the community. */
  committees: number('groups', (f: Of) => f.committees),
  committeeMembers: number('persons', (f: Of) => f.committeeMembers),
  bothRoles: number('persons', (f: Of) => f.bothRoles),
  /** Those who sit in both, of the party body. */
  bothShare: derived(number('percent', (f: Of) => derive(f.bothRoles, f.partyMembers, percent))),
  bothTotal: derived(number('persons', bothTotal)),
  workers: number('persons', (f: Of) => f.workers),
  fullTime: number('persons', (f: Of) => f.fullTime),
  certified: number('persons', (f: Of) => f.certified),
  stairwellHeads: number('persons', (f: Of) => f.stairwellHeads),
  sportsInstructors: number('persons', (f: Of) => f.sportsInstructors),
  police: number('persons', (f: Of) => f.police),
  environmentCommittee: truth((f: Of) => f.environmentCommittee),
  workFundsYuan: number('yuanPerYear', (f: Of) => f.workFundsYuan),
  partyFundYuan: number('yuanPerYear', (f: Of) => f.partyFundYuan),
};

/** Heads in either body, each counted once. Part-time members from agencies or police hold no seat (SX19 3.2); where none are recorded all count. */
function bothTotal({ partyMembers, committeeMembers, bothRoles, partTimeMembers }: Of): Fact<number> {
  const partTime = partTimeMembers.known ? partTimeMembers.value : 0;
  const heads = derive(partyMembers, committeeMembers, (party, committee) => party + committee);
  return derive(heads, bothRoles, (all, both) => Math.max(0, all - both - partTime));
}
