/**
 * Defects that a bureau lets stand. Two decisions, because they mean different things:
 *
 * `accepted`  the defect stays as it is, for a reason that someone answers for;
 * `declared`  a gap is ground of no community: a lake, a barracks, a campus (XA23 art. 4 asks that such
 *             ground be named, with its kind, so that no corner is dead).
 *
 * A decision is tied to the defect's id, which changes when its class, units or
 * place change: a decision never slips on to a defect that nobody has looked at.
 */
import type { Defect, Severity } from './defect.ts';
import { defectKind } from './defectKind.ts';

export const ACCEPT_REASONS = [
  /** Ground of no community. Only a declaration may say so, for it names the kind. */
  'groundOfNoCommunity',
  /** Within the accuracy of the survey. */
  'surveyAccuracy',
  /** As the approval document or the boundary agreement has it. */
  'approvedDocument',
  /** An exclave or a hole from the past that stands. */
  'historical',
  /** A new survey is on its way. */
  'pendingSurvey',
  /** Management is disputed: the city bureau rules. */
  'contested',
  /** Said in the note. */
  'other',
] as const;
export type AcceptReason = (typeof ACCEPT_REASONS)[number];

export const GROUND_KINDS = ['water', 'barracks', 'campus', 'reservoir', 'railway', 'contested', 'other'] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

export interface Acceptance {
  defectId: string;
  decision: 'accepted' | 'declared';
  reason: AcceptReason;
  /** Of declared ground; absent otherwise. */
  groundKind?: GroundKind;
  /** At most NOTE_LENGTH characters; needed where the reason or the kind is `other`. */
  note: string;
  /** Who answers for it. */
  role: string;
  /** YYYY-MM-DD. */
  date: string;
}

export const NOTE_LENGTH = 200;
export const ROLE_LENGTH = 60;

export type DefectState = 'open' | 'accepted' | 'declared';

export interface DecidedDefect {
  defect: Defect;
  state: DefectState;
  /** The defect's own while open; `information` once decided. */
  severity: Severity;
  acceptance: Acceptance | null;
}

export interface Decisions {
  /** One per defect, in the defects' order. */
  decided: DecidedDefect[];
  /** Their defect is gone: repaired, or changed so much that it must be looked at again. */
  stale: Acceptance[];
  /** Declarations of ground that somebody holds: only a gap can be ground of no community. The defect stays open. */
  unsuitable: Acceptance[];
}

/** Of several decisions on one defect the last counts. */
export function applyAcceptances(defects: readonly Defect[], acceptances: readonly Acceptance[]): Decisions {
  const known = new Map(defects.map((defect) => [defect.id, defect]));
  const decisions = new Map<string, Acceptance>();
  const stale: Acceptance[] = [];
  const unsuitable: Acceptance[] = [];
  for (const acceptance of acceptances) {
    const defect = known.get(acceptance.defectId);
    if (!defect) stale.push(acceptance);
    else if (acceptance.decision === 'declared' && !canBeDeclared(defect)) unsuitable.push(acceptance);
    else decisions.set(defect.id, acceptance);
  }
  const decided = defects.map((defect): DecidedDefect => {
    const acceptance = decisions.get(defect.id) ?? null;
    return acceptance
      ? { defect, state: acceptance.decision, severity: 'information', acceptance }
      : { defect, state: 'open', severity: defect.severity, acceptance };
  });
  return { decided, stale, unsuitable };
}

/** Whether a defect is ground that nobody holds. A near-match may be. */
export function canBeDeclared(defect: Defect): boolean {
  const kind = defectKind(defect);
  return kind === 'gap' || kind === 'near';
}
