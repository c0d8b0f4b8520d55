/** Whether the files can be loaded as they stand: whole, the readable part, or nothing (no usable communities). */
import type { Pending } from '../../state/session.ts';
import { relevantProblems } from './relevantProblems.ts';

export type LoadVerdict = 'whole' | 'partly' | 'nothing';

export function loadVerdict({ previews, choices }: Pending): LoadVerdict {
  const wanted = choices.filter((choice) => choice.role !== 'ignore')
    .flatMap((choice) => previews.filter((preview) => preview.fileIndex === choice.fileIndex).map((preview) => ({ choice, preview })));
  if (!wanted.some(({ choice, preview }) => choice.role === 'communities' && preview.usable && preview.unitCount > 0)) return 'nothing';
  const refused = wanted.some(({ choice, preview }) => !preview.usable || relevantProblems(preview, choice.role).some((problem) => problem.severity === 'refused'));
  return refused ? 'partly' : 'whole';
}
