/** What the work on screen is called: as its project file says, the sample, the parent's name, or the communities' file. */
import type { Translate } from '../../i18n/index.ts';
import type { Session } from '../session.ts';

export function projectName(t: Translate, { loaded, sample, name }: Pick<Session, 'loaded' | 'sample' | 'name'>): string {
  if (!loaded) return t('frame.noProject');
  if (name !== null && name !== '') return name;
  if (sample !== null) return t(sample === 'district' ? 'sample.district' : 'sample.districtDefects');
  const [parent] = loaded.parents;
  if (loaded.parents.length === 1 && parent && parent.name !== '') return parent.name;
  return loaded.layers.find((layer) => layer.role === 'communities')?.fileName ?? t('frame.noProject');
}
