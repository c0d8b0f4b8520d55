/**
 * The tree of revisions. A revision is a plan and the command that made it from its parent; a scenario is a name and
 * a pointer into the tree. Undo moves the pointer back along the parents, redo forward again; nothing is copied,
 * nothing is lost.
 */
import type { Command } from './command.ts';
import type { Plan } from './plan.ts';
import type { Rejection } from './rejection.ts';

/** Who typed it and when: told by the caller, the core has no clock. */
export interface Stamp {
  readonly by: string;
  /** ISO 8601. */
  readonly when: string;
}

export interface Revision {
  readonly id: number;
  /** Null for the base, revision 0. */
  readonly parent: number | null;
  readonly command: Command | null;
  readonly stamp: Stamp | null;
  readonly plan: Plan;
  /** Steps from the base. */
  readonly depth: number;
  /** Read from a log but not carried out: it keeps its number and its words, its plan is its nearest living ancestor's. No pointer stands on it. */
  readonly skipped?: true;
}

export interface Scenario {
  readonly id: number;
  readonly name: string;
  /** Where it branched off. Undo goes on beyond it, to revision 0. */
  readonly base: number;
  readonly head: number;
  /** Revisions undone, the latest last: redo takes from the end. */
  readonly undone: readonly number[];
  readonly deleted: boolean;
  /** Where the log had it, while it stands elsewhere because steps were skipped and nobody has moved it since. */
  readonly stored?: { readonly head: number; readonly undone: readonly number[] };
}

export interface History {
  /** By id; revision 0 is the base. Revisions that no pointer reaches stay: they are the audit log. */
  readonly revisions: readonly Revision[];
  readonly scenarios: readonly Scenario[];
  /** Id of the scenario worked in; null: the base is looked at, nothing can be edited. */
  readonly current: number | null;
}

export type CommitResult = { readonly ok: true; readonly history: History; readonly revision: Revision } | { readonly ok: false; readonly rejection: Rejection };
