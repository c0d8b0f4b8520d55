/** Projects in IndexedDB, in a database of their own: the one of decisions (`state/decisions.ts`) stays as it is. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LogEntry, Pointers } from '../../core/plan/log.ts';
import { isWithin } from '../project/sameSteps.ts';
import { SaveRefused, type KeptFile, type KeptMeta, type SaveTrouble } from './kept.ts';
import type { Batch, ProjectStorage, StoredProject } from './storage.ts';

const NAME = 'sizhi-projects';
const VERSION = 1;

interface Schema extends DBSchema {
  meta: { key: string; value: KeptMeta };
  files: { key: [project: string, index: number]; value: KeptFile };
  entries: { key: [project: string, id: number]; value: LogEntry };
  pointers: { key: string; value: Pointers };
  drafts: { key: string; value: unknown };
}
type Store = 'meta' | 'files' | 'entries' | 'pointers' | 'drafts';
const STORES: readonly Store[] = ['meta', 'files', 'entries', 'pointers', 'drafts'];

let connection: Promise<IDBPDatabase<Schema>> | null = null;

export const idbStorage: ProjectStorage = {
  write: ({ fingerprint, owner, savedAt, opening, startOver, entries, pointers }: Batch) =>
    change(['meta', 'entries', 'pointers', 'drafts'], async (store) => {
      const known = await store('meta').get(fingerprint);
      refuseStranger(known, opening ? null : owner);
      const steps = store('entries');
      if (startOver) {
        if (known) await putAside(store, known, savedAt, { log: entries, pointers });
        await Promise.all([steps.delete(ofProject(fingerprint)), store('pointers').delete(fingerprint)]);
      }
      await Promise.all([
        ...entries.map((entry) => steps.put(entry, [fingerprint, entry.id])),
        pointers && store('pointers').put(pointers, fingerprint),
        (startOver || entries.length > 0) && store('drafts').delete(fingerprint),
      ]);
      const names = opening ?? known!;
      const meta: KeptMeta = {
        fingerprint, name: names.name, fileNames: names.fileNames, savedAt, owner,
        hasFiles: known?.hasFiles ?? false, steps: await steps.count(ofProject(fingerprint)),
      };
      await store('meta').put(meta, fingerprint);
    }),

  writeFiles: async (fingerprint, owner, files) => {
    // A write that does not fit leaves its space taken for a while, and then small steps do not fit either: not begun.
    if (!(await hasRoomFor(files.reduce((sum, { bytes }) => sum + bytes.size, 0)))) throw new SaveRefused('quota');
    return change(['meta', 'files'], async (store) => {
      const known = await store('meta').get(fingerprint);
      refuseStranger(known, owner);
      await store('files').delete(ofProject(fingerprint));
      await Promise.all(files.map((file, index) => store('files').put(file, [fingerprint, index])));
      await store('meta').put({ ...known!, hasFiles: true }, fingerprint);
    });
  },

  writeDraft: (fingerprint, owner, draft) => change(['meta', 'drafts'], async (store) => {
    refuseStranger(await store('meta').get(fingerprint), owner);
    await (draft === null ? store('drafts').delete(fingerprint) : store('drafts').put(draft, fingerprint));
  }),

  own: (fingerprint, owner) => change(['meta'], async (store) => {
    const known = await store('meta').get(fingerprint);
    if (known) await store('meta').put({ ...known, owner }, fingerprint);
  }),

  list: async () => (await open()).getAll('meta'),

  read: async (fingerprint): Promise<StoredProject | null> => {
    const transaction = (await open()).transaction(STORES, 'readonly');
    const range = ofProject(fingerprint);
    const [meta, files, entries, pointers, draft] = await Promise.all([
      transaction.objectStore('meta').get(fingerprint),
      transaction.objectStore('files').getAll(range),
      transaction.objectStore('entries').getAll(range),
      transaction.objectStore('pointers').get(fingerprint),
      transaction.objectStore('drafts').get(fingerprint),
    ]);
    return meta ? { meta, files, entries, pointers: pointers ?? null, draft: draft ?? null } : null;
  },

  forget: (fingerprint) => change(STORES, async (store) => {
    const range = ofProject(fingerprint);
    await Promise.all([
      store('meta').delete(fingerprint), store('files').delete(range), store('entries').delete(range),
      store('pointers').delete(fingerprint), store('drafts').delete(fingerprint),
    ]);
  }),
};

/** Under a key of its own, with everything but the files; nothing where the new steps hold it all. */
async function putAside(store: Stores, known: KeptMeta, now: string, next: { log: readonly LogEntry[]; pointers: Pointers | null }): Promise<void> {
  const { fingerprint } = known;
  const range = ofProject(fingerprint);
  const [log, ids, pointers = null] = await Promise.all([store('entries').getAll(range), store('entries').getAllKeys(range), store('pointers').get(fingerprint)]);
  if (log.length === 0 || isWithin({ log, pointers }, next)) return;
  const key = `${fingerprint}~${now}`;
  await Promise.all([
    ...log.map((entry, index) => store('entries').put(entry, [key, ids[index]![1]])),
    pointers && store('pointers').put(pointers, key),
    store('meta').put({ ...known, fingerprint: key, asideOf: fingerprint, steps: log.length }, key),
  ]);
}

/** Keys `[fingerprint, …]`: an empty array sorts behind every number. */
function ofProject(fingerprint: string): IDBKeyRange {
  return IDBKeyRange.bound([fingerprint], [fingerprint, []]);
}

/** Kept free for the steps, bytes: thousands of them. */
const ROOM_FOR_STEPS = 1_000_000;

/** A browser that does not tell is taken at its word when it fails. */
async function hasRoomFor(size: number): Promise<boolean> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined || size + ROOM_FOR_STEPS <= quota - usage;
  } catch {
    return true;
  }
}

/** Null: whoever opens the project may write. A project that is not there has been forgotten, by another tab. */
function refuseStranger(known: KeptMeta | undefined, owner: string | null): void {
  if (owner === null) return;
  if (known?.owner !== owner) throw new SaveRefused('anotherTab');
}

/** One transaction, on disk before it counts as done. What breaks within it undoes the whole of it. */
async function change(names: readonly Store[], work: (store: Stores) => Promise<void>): Promise<void> {
  const transaction = (await open()).transaction(names, 'readwrite', { durability: 'strict' });
  const done = transaction.done.catch((error: unknown) => { throw transaction.error ?? error; });
  try {
    await work((name) => transaction.objectStore(name));
  } catch (error) {
    if (transaction.error === null) abort(transaction);
    // The transaction's own reason (the disk is full) says more than that of a request cut short by it.
    await done.catch((reason: unknown) => { if (!(error instanceof SaveRefused)) throw reason; });
    throw error;
  }
  await done;
}

function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

function open(): Promise<IDBPDatabase<Schema>> {
  connection ??= connect().catch((error: unknown) => {
    // The next write tries again.
    connection = null;
    throw error instanceof SaveRefused ? error : new SaveRefused(openTrouble(error));
  });
  return connection;
}

/** Private windows and forbidden storage each have their own name for it. */
function openTrouble(error: unknown): SaveTrouble {
  const name = error instanceof Error ? error.name : '';
  return name === 'VersionError' ? 'newerStore' : name === 'QuotaExceededError' ? 'quota' : 'noStorage';
}

function connect(): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    openDB<Schema>(NAME, VERSION, {
      upgrade: (db) => { for (const store of STORES) db.createObjectStore(store); },
      blocked: () => { reject(new SaveRefused('blocked')); },
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        connection = null;
      },
      terminated: () => { connection = null; },
    }).then(resolve, reject);
  });
}

/** The stores of one transaction, typed by name. */
interface ReadWrite<K, V> {
  get: (key: K) => Promise<V | undefined>;
  put: (value: V, key: K) => Promise<unknown>;
  delete: (key: K | IDBKeyRange) => Promise<void>;
  count: (range: IDBKeyRange) => Promise<number>;
  getAll: (range: IDBKeyRange) => Promise<V[]>;
  getAllKeys: (range: IDBKeyRange) => Promise<K[]>;
}
type Stores = <N extends Store>(name: N) => ReadWrite<Schema[N]['key'], Schema[N]['value']>;
