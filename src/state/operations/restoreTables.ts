/** Tables that the project used are read and used again when its plan was opened, without a question. */
import type { PlanAnswer } from '../../worker/planProtocol.ts';
import type { TablePreview } from '../../worker/tableProtocol.ts';
import { useSession } from '../session.ts';
import { askTables } from '../tables/askTables.ts';
import { readTableSettings } from '../tables/settings.ts';
import { useTables } from '../tables/tables.ts';
import { inspectTable } from './addTables.ts';

/** The plan with their figures; null: there are none, or none can be read any more. */
export async function restoreTables(): Promise<PlanAnswer | null> {
  const { files, profile, loaded } = useSession.getState();
  const previews = new Map<string, TablePreview>();
  for (const { name } of readTableSettings(profile)) {
    const file = files.find((each) => each.role === 'table' && each.name === name);
    const preview = file && (await inspectTable(name, file.bytes));
    if (preview?.usable === true) previews.set(name, preview);
  }
  if (previews.size === 0 || useSession.getState().loaded !== loaded) return null;
  const answer = await askTables('tablesUse', readTableSettings(profile).filter(({ name }) => previews.has(name)));
  if (!answer || useSession.getState().loaded !== loaded) return null;
  useTables.setState({ view: answer.view, previews });
  return answer.plan;
}
