/** Everything the rules say of one community or compound: a function of its facts, the profile and the money's year. */
import { classify, type Proposal } from './classify.ts';
import { compiled } from './compile.ts';
import type { CommunityFacts, CompoundFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { Money, MoneyYear } from './money.ts';
import type { Needs } from './needs.ts';
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
  readonly facts: CommunityFacts;
}

/** In the order given. `before`: assessments by the same profile and year, of which those of the very same facts stand as they are. */
export function assessCommunities(all: readonly CommunityFacts[], profile: ResolvedProfile, year: MoneyYear, before: readonly CommunityAssessment[] = []): CommunityAssessment[] {
  let byFacts: Map<CommunityFacts, CommunityAssessment> | null = null;
  const known = (facts: CommunityFacts, k: number): CommunityAssessment | undefined => {
    // After an edit nearly all stand where they stood.
    if (before[k]?.facts === facts) return before[k];
    byFacts ??= new Map(before.map((each) => [each.facts, each]));
    return byFacts.get(facts);
  };
  if (before.length === 0) return all.map((facts) => assessCommunity(facts, profile, year));
  return all.map((facts, k) => known(facts, k) ?? assessCommunity(facts, profile, year));
}

export function assessCompound(facts: CompoundFacts, profile: ResolvedProfile): Finding[] {
  return compiled(profile).findingsOfCompound(facts);
}

export function assessCommunity(facts: CommunityFacts, profile: ResolvedProfile, year: MoneyYear): CommunityAssessment {
  const ready = compiled(profile);
  const findings = ready.findings(facts);
  const classed = classify(facts, profile.classification, profile.bases);
  return {
    id: facts.id, name: facts.name, class: classed.class, classBasis: classed.basis, proposal: classed.proposal, findings, needs: ready.needs(findings),
    money: ready.money(facts, year), facts,
  };
}
