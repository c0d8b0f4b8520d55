/** The rooms ledger of compounds (policy sheet §3): what each built compound has to provide, and compounds that no community manages. */
import type { Figures } from '../../core/households/figures.ts';
import { OUTSIDE } from '../../core/households/owner.ts';
import { partsOfBearer } from '../../core/households/read.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { assessCompound } from '../../core/rules/assessCommunity.ts';
import { compoundFacts } from '../../core/rules/facts.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { ResolvedProfile } from '../../core/rules/resolveProfile.ts';
import type { CompoundLedgerRow } from '../assessProtocol.ts';

export function compoundLedger(plan: Plan, figures: Figures, profile: ResolvedProfile): CompoundLedgerRow[] {
  const attached = new Map(plan.attachments.map(({ compound, community }) => [compound, community]));
  return figures.ledger.atoms.flatMap((atom, bearer) => {
    if (atom.kind !== 'compound') return [];
    const owner = partsOfBearer(figures, bearer).find((part) => part.owner >= 0)?.owner ?? null;
    if (owner === null && partsOfBearer(figures, bearer).every((part) => part.owner === OUTSIDE)) return [];
    const keeper = attached.get(atom.id) ?? (atom.name === null ? undefined : attached.get(atom.name)) ?? null;
    const community = owner === null ? null : plan.units.get(owner);
    const facts = compoundFacts(atom.id, atom.name ?? atom.id, community?.id ?? null, { households: atom.households, people: atom.people, attached: keeper !== null });
    const ledger = assessCompound(facts, profile).find(({ need, verdict }) => need === 'rooms' && verdict !== 'notApplicable') ?? assessCompound(facts, profile).find(({ family }) => family === 'rooms');
    return [{
      id: atom.id, name: atom.name ?? atom.id, community: community?.name ?? null, attachedTo: keeper === null ? null : plan.units.get(keeper).name,
      households: atom.households, completed: null, ...owedBy(ledger),
    }];
  });
}

function owedBy(finding: Finding | undefined): Pick<CompoundLedgerRow, 'owed' | 'have' | 'short' | 'verdict' | 'rule' | 'source'> {
  if (!finding) return { owed: null, have: null, short: null, verdict: 'notApplicable', rule: null, source: null };
  const owed = finding.bound?.proposed ?? finding.bound?.min ?? null;
  const have = typeof finding.actual === 'number' ? finding.actual : null;
  return { owed, have, short: owed === null || have === null ? null : Math.max(0, owed - have), verdict: finding.verdict, rule: finding.rule, source: finding.source };
}
