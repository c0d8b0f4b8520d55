/** Takes the table on view away as CSV. */
import { homesCsv, pocketsCsv, reachCommunitiesCsv, type ReachCsvSetting } from '../../report/reachCsv.ts';
import { minutesOf } from '../../state/reach/bands.ts';
import type { ReachTable } from '../../state/reach/reach.ts';
import type { ReachCategoryView, ReachSettings, ReachState } from '../../worker/reachProtocol.ts';
import { ExportCsv } from '../assess/ExportCsv.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { categoryName, limitText } from './reachWords.ts';

interface Props {
  table: ReachTable;
  state: ReachState;
  settings: ReachSettings;
  view: ReachCategoryView | null;
  category: string | null;
}

export function ReachExport({ table, state, settings, view, category }: Props) {
  const t = useTranslate();
  const name = category === null ? '' : categoryName(t, category);
  const setting: ReachCsvSetting = {
    category: name, limit: `${limitText(t, settings, state)}${state.network ? '' : ` ${t('reachPage.straight')}`}`,
    minutesOf: (metres) => minutesOf(metres, settings.limit), nameOf: (id) => categoryName(t, id),
  };
  const text = () => (table === 'communities'
    ? reachCommunitiesCsv(state.communities, state.categories.map(({ id }) => id), setting, t)
    : table === 'pockets' ? pocketsCsv(view?.pockets ?? [], setting, t) : homesCsv(view?.homes ?? [], setting, t));
  const word = t(`reachPage.table.${table}`);
  return <ExportCsv what={table === 'communities' ? `${t('task.reach')}-${word}` : `${name}-${word}`} text={text} disabled={table !== 'communities' && !view} />;
}
