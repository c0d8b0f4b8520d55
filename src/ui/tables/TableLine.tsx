/** In 方案: one line on the tables in use, and the way to bring in more. */
import { useMemo } from 'react';
import { useSession } from '../../state/session.ts';
import { readTableSettings } from '../../state/tables/settings.ts';
import { useTables } from '../../state/tables/tables.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { AddTablesButton } from './AddTablesButton.tsx';

export function TableLine() {
  const t = useTranslate();
  const profile = useSession((session) => session.profile);
  const view = useTables((tables) => tables.view);
  const files = useSession((session) => session.files);
  const names = useMemo(() => new Set(readTableSettings(profile).map(({ name }) => name)), [profile]);
  const unjoined = view?.reports.reduce((sum, each) => sum + each.unjoinedRows, 0) ?? 0;
  const unused = files.filter(({ name, role }) => role === 'table' && !names.has(name)).length;
  const words = unjoined > 0 ? t('tables.unjoinedShort', { count: figure(unjoined) }) : unused > 0 ? t('tables.notUsedCount', { count: unused }) : names.size === 0 ? t('tables.none') : t('tables.count', { count: names.size });
  return (
    <div className="section table-line">
      <div className="pair">
        <span className="strong">{t('tables.title')}</span>
        <span className={unjoined > 0 ? 'alarm' : 'unit'} title={words}>{words}</span>
        <AddTablesButton className="button small" />
      </div>
    </div>
  );
}
