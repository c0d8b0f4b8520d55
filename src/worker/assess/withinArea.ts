/** An assessment as far as it is about one district or subdistrict: the same consequences can be told of it as of the whole. */
import { assessPlan, type AreaAssessment, type Assessment, type DistrictAssessment } from '../../core/assess.ts';
import type { CommunityAssessment } from '../../core/rules/assessCommunity.ts';
import type { ResolvedProfile } from '../../core/rules/resolveProfile.ts';
import type { AreaKey } from '../assessProtocol.ts';

/**
 * `other`: the state that it is held against. A community that lies in the area on either side is listed on both, so that one whose
 * subdistrict is another now is changed, not made or ended; totals and scorecard are of the area as it is on each side.
 */
export function withinArea(one: Assessment, other: Assessment, area: AreaKey, profile: ResolvedProfile): Assessment {
  const members = new Set([one, other].flatMap(({ communities }) => communities.flatMap((community) => (liesIn(community, area) ? [community.id] : []))));
  const found = areaOf(one, area);
  return {
    ...one, communities: one.communities.filter(({ id }) => members.has(id)), totals: found?.totals ?? assessPlan([], profile, { asOf: one.asOf }).totals,
    scorecard: found && 'scorecard' in found ? found.scorecard : [],
  };
}

function areaOf({ districts, subdistricts }: Assessment, { district, subdistrict }: AreaKey): AreaAssessment | DistrictAssessment | undefined {
  return subdistrict === null ? districts.find(({ name }) => name === district) : subdistricts.find((each) => each.name === subdistrict && each.district === district);
}

function liesIn({ facts }: CommunityAssessment, { district, subdistrict }: AreaKey): boolean {
  return (facts.district.value ?? '') === district && (subdistrict === null || (facts.subdistrict.value ?? '') === subdistrict);
}
