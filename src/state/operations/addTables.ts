/** Brings tables into the dialog: files, or cells copied from a spreadsheet. One of a name that is there takes its place. */
import { MOST_TABLE_BYTES } from '../../io/tables/decode.ts';
import type { TablePreview, TableSetting } from '../../worker/tableProtocol.ts';
import { wordsNow } from '../project/words.ts';
import { runTables } from '../tables/askTables.ts';
import { MOST_TABLES } from '../tables/settings.ts';
import { useTableDraft } from '../tables/tables.ts';
import { tryTables } from './tryTables.ts';

const TABLE_NAME = /\.(?:csv|tsv|txt)$/i;

export function isTableFile({ name }: { name: string }): boolean {
  return TABLE_NAME.test(name);
}

let adding: Promise<void> = Promise.resolve();

/** One lot after another: files dropped while others are read wait for them. */
export function addTableFiles(files: readonly { name: string; blob: Blob }[]): Promise<void> {
  adding = adding.catch(() => undefined).then(() => addFiles(files));
  return adding;
}

async function addFiles(files: readonly { name: string; blob: Blob }[]): Promise<void> {
  useTableDraft.setState({ busy: true });
  try {
    for (const { name, blob } of files) {
      const preview = await inspectTable(name, blob);
      if (!useTableDraft.getState().open) return;
      if (preview) takePreview(preview, blob);
    }
    await tryTables();
  } finally {
    useTableDraft.setState({ busy: false });
  }
}

/** Kept as a file of UTF-8 from then on, under a name of its own. */
export async function pasteCells(text: string): Promise<void> {
  const { settings } = useTableDraft.getState();
  const taken = new Set(settings.map(({ name }) => name));
  const t = wordsNow();
  let number = 1;
  while (taken.has(t('tables.pastedName', { number }))) number++;
  await addTableFiles([{ name: t('tables.pastedName', { number }), blob: new Blob([text]) }]);
}

/** Undefined: something broke, and was told. */
export async function inspectTable(name: string, blob: Blob): Promise<TablePreview | undefined> {
  if (blob.size > MOST_TABLE_BYTES) {
    const problem = { code: 'tooLarge', severity: 'refused', table: name, row: null, column: null, found: String(blob.size), expected: String(MOST_TABLE_BYTES) } as const;
    return { name, usable: false, encoding: null, kind: 'communities', columns: {}, heads: [], rows: [], rowCount: 0, asOf: null, problems: [problem] };
  }
  const bytes = await blob.arrayBuffer();
  return (await runTables('tableInspect', [{ name, bytes }]))?.[0];
}

export function settingOf({ name, kind, columns }: TablePreview): TableSetting {
  return { name, kind, columns, key: null, decisions: {}, asOf: null };
}

function takePreview(preview: TablePreview, blob: Blob): void {
  const { name } = preview;
  useTableDraft.setState(({ settings, previews, files, refused, current }) => {
    const others = refused.filter((each) => each.name !== name);
    if (!preview.usable) return { refused: [...others, preview], current: current ?? name };
    const known = settings.find((each) => each.name === name);
    if (!known && settings.length >= MOST_TABLES) return { refused: [...others, preview] };
    // Another version of a table has other rows: what was decided by row no longer holds.
    const next = settingOf(preview);
    return {
      refused: others, current: name, previews: new Map(previews).set(name, preview), files: new Map(files).set(name, blob),
      settings: known ? settings.map((each) => (each === known ? next : each)) : [...settings, next],
    };
  });
}
