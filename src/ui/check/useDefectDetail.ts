/** The outlines round one defect, from the worker; null while it has not answered. */
import { useEffect, useState } from 'react';
import { ask } from '../../state/jobs.ts';
import { useCheck } from '../../state/check.ts';
import type { DefectDetailView } from '../../worker/protocol.ts';

export function useDefectDetail(defectId: string): DefectDetailView | null {
  const report = useCheck((state) => state.report);
  const [answer, setAnswer] = useState<{ report: unknown; detail: DefectDetailView } | null>(null);
  useEffect(() => {
    let wanted = true;
    ask('defectDetail', defectId).then(
      (detail) => { if (wanted) setAnswer({ report, detail }); },
      (error: unknown) => { console.error(error); },
    );
    return () => { wanted = false; };
  }, [defectId, report]);
  return answer?.report === report && answer.detail.defectId === defectId ? answer.detail : null;
}
