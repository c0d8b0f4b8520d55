/** Opens the repair of all that is open; the plan is built first if it does not stand yet. Near-matches are not taken unasked. */
import { useJobs } from '../../state/jobs.ts';
import { useCheck } from '../../state/check.ts';
import { countByClass } from '../../state/defectRows.ts';
import { useRepair } from '../../state/plan/repair.ts';
import { useDefectRows } from '../check/useDefectRows.ts';
import { ActionButton } from '../plan/ActionButton.tsx';
import { useOpenPlan } from '../plan/useOpenPlan.ts';
import { useTranslate } from '../words/useTranslate.ts';
import type { DefectClass } from '../../core/coverage/defect.ts';

const NOT_UNASKED: ReadonlySet<DefectClass> = new Set(['N1']);

export function RepairAllButton() {
  const t = useTranslate();
  const open = useOpenPlan();
  const { rows } = useDefectRows();
  const opening = useJobs((jobs) => jobs.running.plan !== undefined);
  const onFile = useCheck((check) => check.reportOf.subject === 'file');
  const classes = [...countByClass(rows)].filter(([of, count]) => count.open > 0 && !NOT_UNASKED.has(of)).map(([of]) => of);
  const reason = !onFile ? t('repair.onlyFile') : opening ? t('plan.opening') : rows.every((row) => row.state !== 'open') ? t('task.nothingOpen') : null;
  return (
    <ActionButton
      reason={reason}
      onClick={() => { void open().then((stands) => { if (stands) useRepair.setState({ dialog: { classes } }); }); }}
    >
      {t('repair.all')}
    </ActionButton>
  );
}
