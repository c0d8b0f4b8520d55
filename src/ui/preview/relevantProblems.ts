/** Problems that matter for what a file is to be: what lies beneath is only drawn, and an ignored file is not read at all. */
import type { ReadProblem } from '../../io/problem.ts';
import type { FilePreview, LayerRole } from '../../worker/protocol.ts';

export function relevantProblems(preview: FilePreview, role: LayerRole): readonly ReadProblem[] {
  return preview.usable && (role === 'context' || role === 'ignore') ? [] : preview.problems;
}
