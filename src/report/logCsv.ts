/** The steps of a scenario as a table: who, when, what, and the step itself as data, from which it can be done again. */
import type { Translate } from '../i18n/index.ts';
import { csv } from './csv.ts';

export interface LoggedStep {
  revision: number;
  /** The step as it is called, and what it is about. */
  step: string;
  about: string;
  by: string;
  when: string;
  undone: boolean;
  /** JSON. */
  data: string;
}

export function logCsv(steps: readonly LoggedStep[], t: Translate): string {
  const head = (['number', 'revision', 'step', 'about', 'by', 'when', 'state', 'data'] as const).map((column) => t(`log.${column}`));
  return csv([
    head,
    ...steps.map(({ revision, step, about, by, when, undone, data }, index) => [index + 1, revision, step, about, by, when, t(undone ? 'log.undone' : 'log.done'), data]),
  ]);
}
