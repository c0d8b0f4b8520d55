/** Closes what is open; what was done stays on this computer. */
import { autosave } from '../autosave/autosave.ts';
import { NOTHING_CHECKED, useCheck } from '../check.ts';
import { NO_FILTER, useDefectFilter } from '../defectFilter.ts';
import { cancelJob } from '../jobs.ts';
import { NO_SESSION, useSession } from '../session.ts';
import { useView } from '../view.ts';
import { closePlan } from './closePlan.ts';
import { dropQuestion } from './keepProject.ts';

export async function closeProject(): Promise<void> {
  const { loaded } = useSession.getState();
  await autosave.settled();
  if (useSession.getState().loaded !== loaded) return;
  for (const job of ['background', 'check', 'opinion', 'shape'] as const) cancelJob(job);
  dropQuestion();
  closePlan();
  autosave.close();
  useCheck.setState(NOTHING_CHECKED);
  useDefectFilter.setState(NO_FILTER);
  useView.setState({ task: 'data', selection: null });
  useSession.setState(NO_SESSION);
}
