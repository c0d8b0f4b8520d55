/** The rooms ledger of compounds (policy sheet §3): what each built compound has to provide, and compounds that no community manages. */
import { findUnit } from '../../core/plan/edit.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { assessCompound } from '../../core/rules/assessCommunity.ts';
import type { CompoundFacts } from '../../core/rules/facts.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { ResolvedProfile } from '../../core/rules/resolveProfile.ts';
import type { CompoundLedgerRow } from '../assessProtocol.ts';

export function compoundLedger(plan: Plan, compounds: readonly CompoundFacts[], profile: ResolvedProfile): CompoundLedgerRow[] {
  const keepers = new Map(plan.attachments.map(({ compound, community }) => [compound, plan.units.get(community).name]));
  const nameOf = (id: string | null): string | null => (id === null ? null : plan.units.get(findUnit(plan, id)).name);
  return compounds.map((facts) => {
    const rooms = assessCompound(facts, profile).filter(({ rule, verdict }) => rule.family === 'rooms' && verdict !== 'notApplicable');
    return {
      id: facts.id, name: facts.name, community: nameOf(facts.community), attachedTo: keepers.get(facts.id) ?? keepers.get(facts.name) ?? null,
      households: facts.households.value, completed: facts.completed.value, ...owedBy(strictest(rooms)),
    };
  });
}

/** Of several that apply the one that asks most. */
function strictest(findings: readonly Finding[]): Finding | undefined {
  return [...findings].sort((a, b) => (askedOf(b) ?? 0) - (askedOf(a) ?? 0))[0];
}

function askedOf({ bound }: Finding): number | null {
  return bound?.proposed ?? bound?.min ?? null;
}

function owedBy(finding: Finding | undefined): Pick<CompoundLedgerRow, 'owed' | 'have' | 'short' | 'verdict' | 'rule' | 'source'> {
  if (!finding) return { owed: null, have: null, short: null, verdict: 'notApplicable', rule: null, source: null };
  const owed = askedOf(finding);
  const have = typeof finding.actual === 'number' ? finding.actual : null;
  return { owed, have, short: owed === null || have === null ? null : Math.max(0, owed - have), verdict: finding.verdict, rule: finding.rule.id, source: finding.rule.source };
}
