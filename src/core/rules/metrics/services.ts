/** What a community has for its residents: circle, organisations, volunteers, and the yes or no of the scorecard's rows (policy sheet §6, §8). */
import { known, onBasis, type Fact } from '../fact.ts';
import type { CommunityFacts } from '../facts.ts';
import { derived, number, truth, type Setting } from './metric.ts';

type Of = CommunityFacts;

export const SERVICES_METRICS = {
  circleShare: number('percent', (f: Of) => f.circleSharePercent),
  hasCircle: derived(truth(hasCircle)),
  socialOrganisations: number('organisations', (f: Of) => f.socialOrganisations),
  volunteers: number('people', (f: Of) => f.volunteers),
  volunteerTeams: number('teams', (f: Of) => f.volunteerTeams),
  toddlerPlaces: number('places', (f: Of) => f.toddlerPlaces),
  indicator1: truth((f: Of) => f.indicator1),
  indicator2: truth((f: Of) => f.indicator2),
  indicator3: truth((f: Of) => f.indicator3),
  indicator10: truth((f: Of) => f.indicator10),
  indicator11: truth((f: Of) => f.indicator11),
  indicator12: truth((f: Of) => f.indicator12),
  indicator13: truth((f: Of) => f.indicator13),
  indicator14: truth((f: Of) => f.indicator14),
  indicator15: truth((f: Of) => f.indicator15),
  indicator16: truth((f: Of) => f.indicator16),
  indicator20: truth((f: Of) => f.indicator20),
  indicator21: truth((f: Of) => f.indicator21),
  indicator22: truth((f: Of) => f.indicator22),
};

/** As measured along the streets; only where nothing was measured, as the community declares. */
function hasCircle(facts: Of, { circleSharePercent }: Setting): Fact<boolean> {
  const share = facts.circleSharePercent;
  if (share.known && circleSharePercent !== null) return known(share.value >= circleSharePercent, { basis: 'reach' });
  // Row 18 asks urban communities, row 19 rural ones: neither answers for the other.
  const declared = facts.kind.known && facts.kind.value === 'rural' ? facts.indicator19 : facts.indicator18;
  return declared.known ? onBasis(declared, 'declared') : declared;
}
