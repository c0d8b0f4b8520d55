/** Checks again; says when the tolerances on screen are not those of the report. */
import { useCheck } from '../../state/check.ts';
import { useJobs } from '../../state/jobs.ts';
import { runCheck } from '../../state/operations/runCheck.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function RecheckButton({ first = false }: { first?: boolean }) {
  const t = useTranslate();
  const running = useJobs((state) => state.running.check !== undefined);
  const tolerances = useCheck((state) => state.tolerances);
  const used = useCheck((state) => state.report?.result.tolerances);
  const changed = used !== undefined && (used.matchMetres !== tolerances.matchMetres || used.sliverMetres !== tolerances.sliverMetres);
  return (
    <button type="button" className={first || changed ? 'button small primary' : 'button small'} style={{ flex: 'none' }} disabled={running} onClick={() => { void runCheck(); }}>
      {t(first ? 'check.run' : changed ? 'check.rerunChanged' : 'check.rerun')}
    </button>
  );
}
