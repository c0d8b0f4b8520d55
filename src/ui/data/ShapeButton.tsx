/** Asks the geojson-validation library for its own view of the files. */
import { useJobs } from '../../state/jobs.ts';
import { validateShape } from '../../state/operations/validateShape.ts';
import { useSession } from '../../state/session.ts';
import { Tip } from '../controls/Tip.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function ShapeButton() {
  const t = useTranslate();
  const running = useJobs((state) => state.running.shape !== undefined);
  const found = useSession((state) => state.shapeProblems);
  return (
    <>
      {found && <span className="note" role="status">{found.length === 0 ? t('shape.none') : t('shape.found', { count: figure(found.length) })}</span>}
      <Tip text={t('shape.help')}>
        <button type="button" className="button small" disabled={running} onClick={() => { void validateShape(); }}>{t('shape.run')}</button>
      </Tip>
    </>
  );
}
