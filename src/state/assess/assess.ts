/** How the open scenario stands against the rules, as the page mirrors it: a row a community, totals, scorecard, the rules themselves. */
import { create } from 'zustand';
import type { ProfileProblem } from '../../core/rules/readProfile.ts';
import type { AssessedRow, AssessNews, MapValues, RulesView } from '../../worker/assessProtocol.ts';

export interface AssessMirror {
  /** Null until the plan was opened and the rules with it. */
  state: (Omit<AssessNews, 'changed' | 'gone' | 'whole' | 'rules' | 'serial'> & { rows: ReadonlyMap<number, AssessedRow>; rules: RulesView }) | null;
  /** A profile that was chosen and does not resolve: why. */
  problems: readonly ProfileProblem[];
}

export const NOT_ASSESSED: AssessMirror = { state: null, problems: [] };

export const useAssess = create<AssessMirror>()(() => NOT_ASSESSED);

/** What the map is coloured by: the size class, a rule's verdict, a metric's value, nothing. */
export type Colouring = { kind: 'class' } | { kind: 'rule'; rule: string } | { kind: 'metric'; metric: string } | { kind: 'none' };

export interface ColouringState {
  by: Colouring;
  /** Of a rule or metric: values of every community; null while they are asked for. */
  values: readonly MapValues[] | null;
}

export const useColouring = create<ColouringState>()(() => ({ by: { kind: 'class' }, values: null }));

export function assessedRow(unit: number): AssessedRow | undefined {
  return useAssess.getState().state?.rows.get(unit);
}
