/** The step a job is at, in words; nothing while the catalogue lacks it. */
import { isMessageKey } from '../../i18n/index.ts';
import type { Job } from '../../state/jobs.ts';
import { useTranslate } from './useTranslate.ts';

export function usePhase(job: Job | undefined): string {
  const t = useTranslate();
  const key = `phase.${job?.phase ?? ''}`;
  return isMessageKey(key) ? t(key) : '';
}
