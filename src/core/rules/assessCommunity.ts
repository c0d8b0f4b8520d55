/** Everything the rules say of one community or compound: a function of its facts, the profile and the money's year; kept as long as these are the same objects. */
import { classify, type Proposal } from './classify.ts';
import { evaluateRules } from './evaluate.ts';
import type { CommunityFacts, CompoundFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { contributionOf, type Contribution } from './indicator.ts';
import { aspectCounts, type AspectCounts } from './league.ts';
import { METRICS_OF_COMMUNITY, METRICS_OF_COMPOUND } from './metrics/index.ts';
import { moneyOf, type Money, type MoneyYear } from './money.ts';
import { needsOf, type Needs } from './needs.ts';
import type { ResolvedProfile } from './resolveProfile.ts';
import type { Basis, SizeClass } from './vocabulary.ts';

export interface CommunityAssessment {
  readonly id: string;
  readonly name: string;
  readonly class: SizeClass;
  /** What the class stands on; `people` where households were missing. */
  readonly classBasis: Basis | null;
  readonly proposal: Proposal;
  readonly findings: readonly Finding[];
  readonly needs: Needs;
  readonly money: Money;
  /** Judged findings by audited aspect. */
  readonly aspects: AspectCounts;
  /** One for each indicator of the profile, in its order. */
  readonly contributions: readonly Contribution[];
  readonly facts: CommunityFacts;
}

type Kept = { readonly key: string; readonly assessment: CommunityAssessment };
const kept = new WeakMap<ResolvedProfile, WeakMap<CommunityFacts, Kept>>();

export function assessCommunity(facts: CommunityFacts, profile: ResolvedProfile, year: MoneyYear): CommunityAssessment {
  const key = `${year.year} ${year.averagePayYuan ?? ''}`;
  let ofProfile = kept.get(profile);
  if (ofProfile === undefined) kept.set(profile, (ofProfile = new WeakMap()));
  const found = ofProfile.get(facts);
  if (found?.key === key) return found.assessment;
  const assessment = assess(facts, profile, year);
  ofProfile.set(facts, { key, assessment });
  return assessment;
}

export function assessCompound(facts: CompoundFacts, profile: ResolvedProfile): Finding[] {
  return evaluateRules(profile.rules, facts, { level: 'compound', metrics: METRICS_OF_COMPOUND, setting: profile });
}

function assess(facts: CommunityFacts, profile: ResolvedProfile, year: MoneyYear): CommunityAssessment {
  const findings = evaluateRules(profile.rules, facts, { level: 'community', metrics: METRICS_OF_COMMUNITY, setting: profile });
  const classed = classify(facts, profile.classification, profile.bases);
  return {
    id: facts.id, name: facts.name, class: classed.class, classBasis: classed.basis, proposal: classed.proposal, findings, needs: needsOf(findings), aspects: aspectCounts(findings),
    money: moneyOf(facts, profile, year), contributions: profile.indicators.map((indicator) => (indicator.off ? null : contributionOf(indicator, facts, profile))), facts,
  };
}
