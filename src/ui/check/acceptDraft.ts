/** A decision being written. The role is remembered while the page is open: one officer decides many defects. */
import { ACCEPT_REASONS, type Acceptance, type AcceptReason, type GroundKind } from '../../core/coverage/accept.ts';

export { GROUND_KINDS } from '../../core/coverage/accept.ts';

export interface Draft {
  decision: Acceptance['decision'];
  reason: AcceptReason | null;
  groundKind: GroundKind | null;
  note: string;
  role: string;
}

/** Only a declaration may say that ground is of no community. */
export const EXCEPTION_REASONS = ACCEPT_REASONS.filter((reason) => reason !== 'groundOfNoCommunity');

let lastRole = '';

export function blank(): Draft {
  return { decision: 'accepted', reason: null, groundKind: null, note: '', role: lastRole };
}

export function rememberRole(role: string): void {
  lastRole = role;
}

/** The first thing that is still wanting. */
export function missing({ decision, reason, groundKind, note, role }: Draft): 'reason' | 'kind' | 'role' | 'note' | null {
  if (decision === 'accepted' && reason === null) return 'reason';
  if (decision === 'declared' && groundKind === null) return 'kind';
  if (role.trim() === '') return 'role';
  if ((decision === 'accepted' ? reason : groundKind) === 'other' && note.trim() === '') return 'note';
  return null;
}
