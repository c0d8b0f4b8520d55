/** What the page lists of an assessed community: made once for the assessment as it stands. */
import { factsBehind } from '../../core/facts/factsBehind.ts';
import { joiningOf } from '../../core/facts/inherit.ts';
import { mergedGivenOf } from '../../core/facts/mergedGiven.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { CommunityAssessment } from '../../core/rules/assessCommunity.ts';
import { householdsOf } from '../../core/rules/basis.ts';
import { howFarOut, type Finding } from '../../core/rules/finding.ts';
import type { ResolvedProfile } from '../../core/rules/resolveProfile.ts';
import { VERDICTS, type Verdict } from '../../core/rules/vocabulary.ts';
import type { AssessedRow, Sheet, SideAssessment } from '../assessProtocol.ts';

export function assessedRow(unit: number, community: CommunityAssessment, profile: ResolvedProfile): AssessedRow {
  const { id, class: sizeClass, classBasis, proposal, findings, needs, money } = community;
  return {
    unit, id, class: sizeClass, classBasis, proposal, verdicts: verdictCounts(findings), worst: worstOf(findings), sizeOut: sizeOut(community, profile), needs,
    yuanPerYear: money.knownYuanPerYear, moneyUnknownItems: money.unknownItems,
  };
}

export function sideOf({ class: sizeClass, facts, needs, findings }: CommunityAssessment, profile: ResolvedProfile): SideAssessment {
  return { class: sizeClass, households: householdsOf(facts, profile.bases).value, needs, verdicts: verdictCounts(findings) };
}

/** `plan`: the one that is looked at, with what people gave of its communities. */
export function sheetOf(unit: number, { id, class: sizeClass, classBasis, proposal, findings, needs, money, facts }: CommunityAssessment, profile: ResolvedProfile, plan: Plan): Sheet {
  const { id: _id, name: _name, ...named } = facts;
  return {
    unit, id, class: sizeClass, classBasis, proposal, findings: [...findings], needs, money,
    facts: Object.entries(named).flatMap(([name, fact]) => (fact.known ? [{ name, fact }] : [])),
    behind: Object.fromEntries(profile.rules.flatMap((rule) => (rule.off || rule.reference || rule.level === 'compound' ? [] : [[rule.id, factsBehind(rule, facts, profile)]]))),
    given: plan.given.filter((each) => each.unit === unit && each.mergedAt === undefined),
    merged: mergedGivenOf(plan, unit, joiningOf, facts),
  };
}

function verdictCounts(findings: readonly Finding[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict, rule } of findings) if (!rule.reference && rule.level === 'community') counts[verdict]++;
  return counts;
}

function worstOf(findings: readonly Finding[]): AssessedRow['worst'] {
  let worst: AssessedRow['worst'] = null;
  for (const finding of findings) {
    if (finding.rule.reference || finding.verdict !== 'fail') continue;
    const out = howFarOut(finding);
    if (worst === null || out > worst.out) worst = { rule: finding.rule.id, out };
  }
  return worst;
}

function sizeOut({ facts }: CommunityAssessment, { classification: { households: band }, bases }: ResolvedProfile): number | null {
  const { value } = householdsOf(facts, bases);
  if (value === null || band === null) return null;
  if (band.max !== null && value > band.max) return (value - band.max) / band.max;
  return band.min !== null && value < band.min ? (value - band.min) / band.min : 0;
}
