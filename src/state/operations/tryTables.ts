/** Joins the dialog's tables without using them. The last question's answer counts. */
import { runTables } from '../tables/askTables.ts';
import { useTableDraft } from '../tables/tables.ts';

let asked = 0;

export async function tryTables(): Promise<void> {
  const mine = ++asked;
  const { open, settings } = useTableDraft.getState();
  if (!open) return;
  const tried = await runTables('tablesTry', [...settings]);
  if (tried && mine === asked && useTableDraft.getState().open) useTableDraft.setState({ tried });
}
