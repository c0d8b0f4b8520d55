/** One file: what it holds, which column is which field, what reading found. */
import type { FileChoice } from '../../state/session.ts';
import type { FilePreview } from '../../worker/protocol.ts';
import { ProblemGroups } from '../data/ProblemGroups.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { FieldMapping } from './FieldMapping.tsx';
import { relevantProblems } from './relevantProblems.ts';

export function FileDetails({ preview, choice }: { preview: FilePreview; choice: FileChoice }) {
  const t = useTranslate();
  const problems = relevantProblems(preview, choice.role);
  const mapped = choice.role === 'communities' || choice.role === 'parent' || choice.role === 'declared';
  return (
    <div className="file-details">
      <section>
        <h3 className="heading">{t('preview.columns')} <span className="unit">{t('preview.columnCount', { count: figure(preview.columns.length) })}</span></h3>
        {mapped && preview.columns.length > 0
          ? <FieldMapping preview={preview} choice={choice} />
          : <p className="muted">{t(preview.columns.length === 0 ? 'preview.noColumns' : 'preview.noMapping')}</p>}
        <h3 className="heading" style={{ marginTop: 12 }}>{t('preview.contents')}</h3>
        <Contents preview={preview} />
      </section>
      <section>
        <h3 className="heading">{t('data.problems')}</h3>
        {problems.length > 0
          ? <ProblemGroups problems={problems} />
          : <p className="muted">{t(choice.role === 'context' ? 'preview.onlyDrawn' : 'data.noProblemsLong')}</p>}
      </section>
    </div>
  );
}

function Contents({ preview }: { preview: FilePreview }) {
  const t = useTranslate();
  const types = Object.entries(preview.geometryTypes).map(([type, count]) => `${type} ${figure(count)}`).join('　');
  const bounds = preview.bounds?.map((value) => value.toFixed(5));
  return (
    <>
      <div className="pair"><span>{t('preview.geometry')}</span><span>{types === '' ? '—' : types}</span></div>
      <div className="pair"><span>{t('preview.bounds')}</span><span>{bounds ? `${bounds[0]}, ${bounds[1]} – ${bounds[2]}, ${bounds[3]}` : '—'}</span></div>
      <div className="pair"><span>{t('preview.system')}</span><span>{t('preview.degrees')}</span></div>
      {preview.suspectedDatum !== null && preview.suspectedDatum !== 'CGCS2000' && (
        <p className="alarm">{t('preview.suspectedDatum', { datum: preview.suspectedDatum })}</p>
      )}
    </>
  );
}
