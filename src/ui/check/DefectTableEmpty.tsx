/** Why the table is empty, and what to do. */
import { NO_FILTER, setDefectFilter } from '../../state/defectFilter.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function DefectTableEmpty({ checked, found }: { checked: boolean; found: number }) {
  const t = useTranslate();
  if (!checked) return <p>{t('defects.notChecked')}</p>;
  if (found === 0) return <p>{t('defects.none')}</p>;
  return (
    <>
      <p>{t('defects.allFiltered')}</p>
      <button type="button" className="button small" onClick={() => { setDefectFilter({ ...NO_FILTER, pill: 'all' }); }}>{t('defects.showAll')}</button>
    </>
  );
}
