/** Prints the sheet of the check as it stands. */
import { useCallback } from 'react';
import { summarySheet, type SheetFile } from '../../report/summarySheet.ts';
import { useCheck } from '../../state/check.ts';
import { useLanguage } from '../../state/language.ts';
import type { Translate } from '../../i18n/index.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useSession } from '../../state/session.ts';
import type { Loaded } from '../../worker/protocol.ts';
import { printPage } from '../controls/printPage.ts';
import { dateTime } from '../words/figures.ts';
import { useProjectName } from '../words/projectName.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { unitLabels } from './unitLabels.ts';

export function usePrintSheet(): () => void {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const subject = useProjectName();
  return useCallback(() => {
    const { loaded, sample } = useSession.getState();
    const { report, reportOf, acceptances, opinion, checkedAt, signature } = useCheck.getState();
    if (!loaded || !report) return;
    const of = reportOf.subject === 'plan' ? `${subject} · ${planName(t)}` : subject;
    printPage(summarySheet({
      language,
      t,
      subject: signature ? t('sign.onSheet', { subject: of, role: signature.role, name: signature.name, date: dateTime(signature.signedAt) }) : of,
      files: sheetFiles(loaded),
      asOf: dateTime(checkedAt ?? new Date().toISOString()).slice(0, 10),
      basis: t('policy.boundary'),
      madeUp: sample !== null,
      result: report.result,
      labels: unitLabels(loaded),
      acceptances,
      opinion,
    }));
  }, [language, t, subject]);
}

/** The open scenario, as the sheet names what was checked. */
function planName(t: Translate): string {
  const plan = usePlan.getState().state;
  return t('check.subjectPlan', { name: plan?.scenarios.find((scenario) => scenario.id === plan.current)?.name ?? t('scenario.base') });
}

function sheetFiles({ layers }: Loaded): SheetFile[] {
  return layers.flatMap(({ fileName, role }) => (role === 'communities' || role === 'parent' || role === 'declared' ? [{ name: fileName, role }] : []));
}
