/** What the work on screen is called: the sample, the parent's name, or the communities' file. */
import { useSession } from '../../state/session.ts';
import { useTranslate } from './useTranslate.ts';

export function useProjectName(): string {
  const t = useTranslate();
  const loaded = useSession((state) => state.loaded);
  const sample = useSession((state) => state.sample);
  if (!loaded) return t('frame.noProject');
  if (sample !== null) return t(sample === 'district' ? 'sample.district' : 'sample.districtDefects');
  const [parent] = loaded.parents;
  if (loaded.parents.length === 1 && parent && parent.name !== '') return parent.name;
  return loaded.layers.find((layer) => layer.role === 'communities')?.fileName ?? t('frame.noProject');
}
