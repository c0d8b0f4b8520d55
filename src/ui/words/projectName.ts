/** The name of the work on screen, in the page's language. */
import { projectName } from '../../state/project/projectName.ts';
import { useSession } from '../../state/session.ts';
import { useTranslate } from './useTranslate.ts';

export function useProjectName(): string {
  const t = useTranslate();
  const loaded = useSession((state) => state.loaded);
  const sample = useSession((state) => state.sample);
  const name = useSession((state) => state.name);
  return projectName(t, { loaded, sample, name });
}
