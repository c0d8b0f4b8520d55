/** The check of what is loaded: report, decisions on its defects, second opinion, signature. */
import { create } from 'zustand';
import { DEFAULT_TOLERANCES, type CheckTolerances } from '../core/coverage/defect.ts';
import type { CheckReport, SecondOpinion } from '../worker/protocol.ts';
import type { Acceptance } from '../core/coverage/accept.ts';

export interface Signature {
  role: string;
  name: string;
  /** ISO time. */
  signedAt: string;
}

export interface Check {
  /** What is to be checked: the files as loaded, or the head of the plan. */
  subject: 'file' | 'plan';
  /** Of the report: what it is about, and which head of the plan. */
  reportOf: { subject: 'file' | 'plan'; head: number | null };
  report: CheckReport | null;
  /** ISO time of the report. */
  checkedAt: string | null;
  /** What the next check will use. */
  tolerances: CheckTolerances;
  acceptances: readonly Acceptance[];
  opinion: SecondOpinion | null;
  signature: Signature | null;
  /** The check itself broke: the machine's own words. */
  failure: string | null;
  /** Decisions could not be written to this computer's storage. */
  unsaved: boolean;
  /** ISO time at which decisions were last written. */
  savedAt: string | null;
}

export const NOTHING_CHECKED: Check = {
  subject: 'file',
  reportOf: { subject: 'file', head: null },
  report: null,
  checkedAt: null,
  tolerances: DEFAULT_TOLERANCES,
  acceptances: [],
  opinion: null,
  signature: null,
  failure: null,
  unsaved: false,
  savedAt: null,
};

export const useCheck = create<Check>()(() => NOTHING_CHECKED);
