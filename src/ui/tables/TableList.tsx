/** In 数据: the tables of the project, each with what came of it, and the way to bring in more. */
import { useMemo } from 'react';
import { useSession } from '../../state/session.ts';
import { readTableSettings } from '../../state/tables/settings.ts';
import { useTables } from '../../state/tables/tables.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { AddTablesButton } from './AddTablesButton.tsx';
import { reportText } from './tableWords.ts';

export function TableList() {
  const t = useTranslate();
  const profile = useSession((session) => session.profile);
  const files = useSession((session) => session.files);
  const { view, previews } = useTables();
  const settings = useMemo(() => readTableSettings(profile), [profile]);
  const unused = files.filter(({ name, role }) => role === 'table' && !settings.some((each) => each.name === name));
  return (
    <div className="section layers table-list">
      <h3>{t('tables.title')} <span className="unit">{settings.length === 0 ? t('tables.none') : t('tables.count', { count: settings.length })}</span></h3>
      <ul>
        {settings.map(({ name, kind }) => {
          const report = view?.reports.find((each) => each.name === name);
          const { text, alarming } = report ? reportText(t, report, { rows: previews.get(name)?.rowCount ?? 0, tasks: view?.tasks ?? 0 }) : { text: t('tables.later'), alarming: false };
          return (
            <li key={name} className="pair">
              <span className="ellipsis" title={name}>{name}</span>
              <span className="nowrap"><span className="tag">{t(`table.kind.${kind}`)}</span> <span className={alarming ? 'unit alarm' : 'unit'}>{text}</span></span>
            </li>
          );
        })}
        {unused.map(({ name }) => (
          <li key={name} className="pair"><span className="ellipsis" title={name}>{name}</span><span className="tag">{t('tables.notUsed')}</span></li>
        ))}
      </ul>
      <AddTablesButton className="button small full" />
    </div>
  );
}
