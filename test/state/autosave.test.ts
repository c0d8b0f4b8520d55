import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { isMessageKey } from '../../src/i18n/index.ts';
import { openHistory } from '../../src/core/plan/history.ts';
import { toLog, type LogEntry, type Pointers } from '../../src/core/plan/log.ts';
import { replay } from '../../src/core/plan/replay.ts';
import { createAutosave } from '../../src/state/autosave/autosave.ts';
import { SAVE_TROUBLES, SaveRefused, troubleOf, type KeptFile, type KeptMeta } from '../../src/state/autosave/kept.ts';
import { DRAFT_PAUSE_MS, Saver, type Opening, type SaveReport } from '../../src/state/autosave/saver.ts';
import { NOTHING_SAVED, useSaving } from '../../src/state/autosave/saving.ts';
import type { Batch, ProjectStorage, StoredProject } from '../../src/state/autosave/storage.ts';
import { claimByAsking, claimLock, type Channel, type Claim, type ClaimProject } from '../../src/state/autosave/tabs.ts';
import { aPlan, applyBut, namesIn, play } from '../builders/history.ts';

/** Memory that keeps what IndexedDB would, and fails as told: the next writes of a kind, one error each. */
class FakeStorage implements ProjectStorage {
  readonly projects = new Map<string, StoredProject>();
  readonly batches: Batch[] = [];
  readonly fails: { write: Error[]; writeFiles: Error[]; writeDraft: Error[]; read: Error[] } = { write: [], writeFiles: [], writeDraft: [], read: [] };

  async write(batch: Batch): Promise<void> {
    this.batches.push(batch);
    await this.passOr(this.fails.write);
    const { fingerprint, owner, savedAt, opening, startOver, entries, pointers } = batch;
    const known = this.projects.get(fingerprint);
    if (!opening) this.refuseStranger(fingerprint, owner);
    const kept = new Map((startOver ? [] : known?.entries ?? []).map((entry) => [(entry as LogEntry).id, entry]));
    for (const entry of entries) kept.set(entry.id, entry);
    const names = opening ?? known!.meta;
    const meta: KeptMeta = { fingerprint, name: names.name, fileNames: names.fileNames, savedAt, owner, hasFiles: known?.meta.hasFiles ?? false, steps: kept.size };
    this.projects.set(fingerprint, {
      meta, files: known?.files ?? [], entries: [...kept.values()],
      pointers: pointers ?? (startOver ? null : known?.pointers ?? null),
      draft: startOver || entries.length > 0 ? null : known?.draft ?? null,
    });
  }

  async writeFiles(fingerprint: string, owner: string, files: readonly KeptFile[]): Promise<void> {
    await this.passOr(this.fails.writeFiles);
    const known = this.refuseStranger(fingerprint, owner);
    this.projects.set(fingerprint, { ...known, files: [...files], meta: { ...known.meta, hasFiles: true } });
  }

  async writeDraft(fingerprint: string, owner: string, draft: unknown): Promise<void> {
    await this.passOr(this.fails.writeDraft);
    this.projects.set(fingerprint, { ...this.refuseStranger(fingerprint, owner), draft });
  }

  own(fingerprint: string, owner: string): Promise<void> {
    const known = this.projects.get(fingerprint);
    if (known) this.projects.set(fingerprint, { ...known, meta: { ...known.meta, owner } });
    return Promise.resolve();
  }

  list(): Promise<KeptMeta[]> {
    return Promise.resolve([...this.projects.values()].map(({ meta }) => meta));
  }

  async read(fingerprint: string): Promise<StoredProject | null> {
    await this.passOr(this.fails.read);
    return this.projects.get(fingerprint) ?? null;
  }

  forget(fingerprint: string): Promise<void> {
    this.projects.delete(fingerprint);
    return Promise.resolve();
  }

  private async passOr(errors: Error[]): Promise<void> {
    await Promise.resolve();
    const error = errors.shift();
    if (error) throw error;
  }

  private refuseStranger(fingerprint: string, owner: string): StoredProject {
    const known = this.projects.get(fingerprint);
    if (known?.meta.owner !== owner) throw new SaveRefused('anotherTab');
    return known;
  }
}

const full = () => Object.assign(new Error('full'), { name: 'QuotaExceededError' });
const FILES: KeptFile[] = [{ name: '社区.geojson', group: 'base', role: 'communities', fields: { code: '代码' }, encoding: 'utf-8', bytes: new Blob(['{}']) }];
const OPENING: Opening = { name: '示例区', files: FILES, steps: 'kept' };
const { log, pointers } = toLog(play(openHistory(aPlan(), '方案甲'), 'a b c d e'));
const POINTERS = (head: number): Pointers => ({ ...pointers, scenarios: [{ ...pointers.scenarios[0]!, head }] });

/** A clock that counts, and pauses that pass when told. */
function setting(storage: ProjectStorage) {
  let ticks = 0;
  const pauses = new Set<() => void>();
  return {
    clock: () => `t${++ticks}`,
    later: (run: () => void, milliseconds: number) => {
      expect(milliseconds).toBe(DRAFT_PAUSE_MS);
      pauses.add(run);
      return () => { pauses.delete(run); };
    },
    pass: () => { for (const run of [...pauses]) { pauses.delete(run); run(); } },
    pauses,
    storage,
  };
}

describe('one project', () => {
  let storage: FakeStorage;
  let reports: SaveReport[];
  let time: ReturnType<typeof setting>;
  let saver: Saver;
  const stored = () => storage.projects.get('f')!;
  const ids = () => stored().entries.map((entry) => (entry as LogEntry).id);
  const last = () => reports.at(-1)!;

  beforeEach(() => {
    storage = new FakeStorage();
    reports = [];
    time = setting(storage);
    saver = new Saver({ ...time, fingerprint: 'f', owner: 'tab1', tell: (report) => { reports.push(report); } });
  });

  test('opening keeps name and files, each step is kept with its pointers in one write', async () => {
    saver.open(OPENING);
    await saver.settled();
    expect(stored()).toMatchObject({ meta: { name: '示例区', hasFiles: true, owner: 'tab1', fileNames: ['社区.geojson'] }, files: FILES });
    saver.entry(log[0]!, POINTERS(1));
    await saver.settled();
    expect(storage.batches.at(-1)).toMatchObject({ opening: null, startOver: false, entries: [log[0]], pointers: POINTERS(1) });
    saver.pointers(POINTERS(0));
    await saver.settled();
    expect(storage.batches.at(-1)).toMatchObject({ entries: [], pointers: POINTERS(0) });
    expect(stored().meta).toMatchObject({ steps: 1, savedAt: 't3' });
    expect(reports.map(({ status }) => status)).toEqual(['saving', 'saved', 'saving', 'saved', 'saving', 'saved']);
    expect(last().savedAt).toBe('t3');
  });

  test('steps that come while one is written go together in the next, in order', async () => {
    saver.open(OPENING);
    log.forEach((entry) => { saver.entry(entry, POINTERS(entry.id)); });
    await saver.settled();
    expect(storage.batches).toHaveLength(2);
    expect(storage.batches[0]!.entries).toEqual([]);
    expect(storage.batches[1]).toMatchObject({ entries: log, pointers: POINTERS(5) });
    expect(ids()).toEqual([1, 2, 3, 4, 5]);
  });

  test('what could not be written is written with the next step, nothing missing', async () => {
    saver.open(OPENING);
    await saver.settled();
    storage.fails.write.push(full(), new Error('?'));
    saver.entry(log[0]!, POINTERS(1));
    await saver.settled();
    expect(last()).toMatchObject({ status: 'trouble', trouble: 'quota', savedAt: 't1' });
    saver.entry(log[1]!, POINTERS(2));
    await saver.settled();
    expect(last()).toMatchObject({ status: 'trouble', trouble: 'damaged' });
    expect(ids()).toEqual([]);
    saver.entry(log[2]!, POINTERS(3));
    await saver.settled();
    expect(last()).toMatchObject({ status: 'saved', trouble: null });
    expect(ids()).toEqual([1, 2, 3]);
    expect(stored().pointers).toEqual(POINTERS(3));
  });

  test('a failed opening is made good too', async () => {
    storage.fails.write.push(new SaveRefused('noStorage'));
    saver.open({ ...OPENING, steps: { log: log.slice(0, 2), pointers: POINTERS(2) } });
    await saver.settled();
    expect(last().trouble).toBe('noStorage');
    expect(storage.projects.size).toBe(0);
    saver.entry(log[2]!, POINTERS(3));
    await saver.settled();
    expect(ids()).toEqual([1, 2, 3]);
    expect(stored().meta).toMatchObject({ name: '示例区', hasFiles: true });
  });

  test('files that do not fit do not keep the steps from being kept', async () => {
    storage.fails.writeFiles.push(full(), full());
    saver.open(OPENING);
    saver.entry(log[0]!, POINTERS(1));
    await saver.settled();
    expect(last()).toMatchObject({ status: 'trouble', trouble: 'quota' });
    expect(ids()).toEqual([1]);
    expect(stored().meta.hasFiles).toBe(false);
    saver.write();
    await saver.settled();
    expect([last().status, stored().meta.hasFiles]).toEqual(['saved', true]);
  });

  test('starting over drops what was kept, going on keeps it', async () => {
    saver.open({ ...OPENING, steps: { log, pointers } });
    await saver.settled();
    saver.open(OPENING);
    await saver.settled();
    expect(ids()).toEqual([1, 2, 3, 4, 5]);
    saver.open({ ...OPENING, steps: { log: [], pointers: null } });
    await saver.settled();
    expect([ids(), stored().pointers]).toEqual([[], null]);
  });

  test('starting over overtakes steps that could not be written', async () => {
    saver.open(OPENING);
    await saver.settled();
    storage.fails.write.push(full());
    saver.entry(log[0]!, POINTERS(1));
    await saver.settled();
    saver.open({ ...OPENING, steps: { log: [], pointers: POINTERS(0) } });
    await saver.settled();
    expect([ids(), stored().pointers]).toEqual([[], POINTERS(0)]);
  });

  test('a draft is written after a pause, its last state only; a step ends it', async () => {
    saver.open(OPENING);
    await saver.settled();
    saver.keepDraft({ tool: 'split', line: [[1, 2]] });
    saver.keepDraft({ tool: 'split', line: [[1, 2], [3, 4]] });
    await saver.settled();
    expect(stored().draft).toBeNull();
    time.pass();
    await saver.settled();
    expect(stored().draft).toEqual({ tool: 'split', line: [[1, 2], [3, 4]] });
    saver.keepDraft({ tool: 'split', line: [] });
    saver.entry(log[0]!, POINTERS(1));
    expect(time.pauses.size).toBe(0);
    await saver.settled();
    expect(stored().draft).toBeNull();
    saver.keepDraft({ tool: 'cut' });
    time.pass();
    saver.keepDraft(null);
    time.pass();
    await saver.settled();
    expect(stored().draft).toBeNull();
  });

  test('a tab that was taken over writes no more', async () => {
    saver.open(OPENING);
    await saver.settled();
    await storage.own('f', 'tab2');
    saver.entry(log[0]!, POINTERS(1));
    await saver.settled();
    expect(last()).toMatchObject({ status: 'trouble', trouble: 'anotherTab' });
    const before = storage.batches.length;
    saver.entry(log[1]!, POINTERS(2));
    await saver.settled();
    expect(storage.batches).toHaveLength(before);
    expect(ids()).toEqual([]);
  });

  test('whatever fails and whenever the page ends, what is kept replays to a state that was on screen', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('step', 'undo', 'wait', 'draft'), fc.boolean()), { maxLength: 14 }), fc.nat(14), async (deeds, end) => {
      const memory = new FakeStorage();
      const keeper = new Saver({ ...setting(memory), fingerprint: 'f', owner: 'tab1', tell: () => undefined });
      keeper.open({ ...OPENING, steps: { log: [], pointers: POINTERS(0) } });
      let history = openHistory(aPlan(), '方案甲');
      const seen = new Set(['']);
      for (const [index, [deed, fails]] of deeds.entries()) {
        if (fails) memory.fails.write.push(full());
        if (deed === 'wait') await keeper.settled();
        else if (deed === 'draft') keeper.keepDraft({ index });
        else {
          history = play(history, deed === 'undo' ? '<' : `${index},`);
          const kept = toLog(history);
          if (deed === 'step') keeper.entry(kept.log.at(-1)!, kept.pointers);
          else keeper.pointers(kept.pointers);
          seen.add(namesIn(history.revisions[history.scenarios[0]!.head]!.plan).join(''));
        }
        if (index === end) break;
      }
      // The page ends here, in the middle of whatever is under way.
      const kept = memory.projects.get('f');
      if (kept) {
        const again = replay(aPlan(), kept.entries as LogEntry[], kept.pointers as Pointers, applyBut());
        expect(again.skipped).toEqual([]);
        expect(again.fallen).toEqual([]);
        expect(seen).toContain(namesIn(again.history.revisions[again.history.scenarios[0]!.head]!.plan).join(''));
      }
      // Had it not ended, one more try without failures would have kept all.
      await keeper.settled();
      memory.fails.write.length = 0;
      keeper.write();
      await keeper.settled();
      const whole = memory.projects.get('f')!;
      expect(whole.entries).toEqual(toLog(history).log);
      expect(whole.pointers).toEqual(toLog(history).pointers);
    }), { seed: 20261122, numRuns: 120 });
  });
});

/** Claims as tabs make them, without a browser. */
function fakeClaims(): ClaimProject {
  const holders = new Map<string, { claim: Claim; onLost: () => void }>();
  return (fingerprint, onLost) => {
    const take = () => { holders.set(fingerprint, { claim, onLost }); claim.held = true; };
    const claim: Claim = {
      held: false,
      takeOver: () => {
        const other = holders.get(fingerprint);
        take();
        if (other) {
          other.claim.held = false;
          other.onLost();
        }
        return Promise.resolve();
      },
      release: () => { if (holders.get(fingerprint)?.claim === claim) holders.delete(fingerprint); },
    };
    if (!holders.has(fingerprint)) take();
    return Promise.resolve(claim);
  };
}

describe('the page', () => {
  const storage = { current: new FakeStorage() };
  const tab = (owner: string, claim: ClaimProject) => createAutosave({ ...setting(storage.current), claim, owner });
  beforeEach(() => {
    storage.current = new FakeStorage();
    useSaving.setState(NOTHING_SAVED);
  });

  test('keeps, lists, loads, forgets', async () => {
    const page = tab('one', fakeClaims());
    page.keepEntry(log[0]!, POINTERS(1));
    expect(await page.keepBase('f', OPENING)).toBe(true);
    page.keepEntry(log[0]!, POINTERS(1));
    page.keepPointers(POINTERS(0));
    await page.settled();
    expect(useSaving.getState()).toMatchObject({ status: 'saved', trouble: null, otherTab: null });
    expect(await page.keepBase('g', { ...OPENING, name: '另一区' })).toBe(true);
    page.dropDraft();
    await page.settled();
    storage.current.projects.get('f')!.meta.savedAt = 't9';
    expect((await page.listProjects()).map(({ fingerprint, name, steps }) => [fingerprint, name, steps])).toEqual([['f', '示例区', 1], ['g', '另一区', 0]]);
    const kept = await page.loadProject('f');
    expect(kept).toMatchObject({ log: [log[0]], pointers: POINTERS(0), draft: null, unreadable: 0, files: FILES });
    expect(await page.forgetProject('g')).toBe(false);
    expect(await page.forgetProject('f')).toBe(true);
    expect(await page.loadProject('f')).toBeNull();
    page.close();
    expect(useSaving.getState()).toEqual(NOTHING_SAVED);
  });

  test('entries that can no longer be read are left out and counted', async () => {
    const page = tab('one', fakeClaims());
    await page.keepBase('f', { ...OPENING, steps: { log, pointers } });
    await page.settled();
    const kept = storage.current.projects.get('f')!;
    storage.current.projects.set('f', { ...kept, entries: [kept.entries[0], { ...(kept.entries[1] as LogEntry), command: { type: 'gone' } }, null], pointers: { scenarios: 'x' } });
    expect(await page.loadProject('f')).toMatchObject({ log: [log[0]], pointers: null, unreadable: 2 });
  });

  test('a browser that keeps nothing is told, and nothing else happens', async () => {
    const page = tab('one', fakeClaims());
    storage.current.fails.read.push(new SaveRefused('noStorage'));
    expect(await page.loadProject('f')).toBeNull();
    expect(useSaving.getState()).toMatchObject({ status: 'trouble', trouble: 'noStorage' });
    storage.current.list = () => Promise.reject(new SaveRefused('noStorage'));
    storage.current.forget = () => Promise.reject(new Error());
    expect([await page.listProjects(), await page.forgetProject('x')]).toEqual([[], false]);
  });

  test('the second tab only looks, until it takes over; the first is told and writes no more', async () => {
    const claims = fakeClaims();
    const one = tab('one', claims);
    const two = tab('two', claims);
    await one.keepBase('f', OPENING);
    one.keepEntry(log[0]!, POINTERS(1));
    await one.settled();
    expect(await two.keepBase('f', { ...OPENING, steps: { log: [], pointers: null } })).toBe(false);
    expect(useSaving.getState().otherTab).toBe('holdsIt');
    two.keepEntry(log[4]!, POINTERS(5));
    await two.settled();
    expect(storage.current.projects.get('f')!.entries).toEqual([log[0]]);

    // In a browser each tab has a store of its own; here both share one, so the order of what is told is looked at.
    const told: (string | null)[] = [];
    const stop = useSaving.subscribe(({ otherTab }) => { told.push(otherTab); });
    const kept = await two.takeOver(OPENING);
    stop();
    expect(told).toContain('tookIt');
    expect(kept).toMatchObject({ log: [log[0]] });
    two.keepEntry(log[1]!, POINTERS(2));
    one.keepEntry(log[2]!, POINTERS(3));
    await one.settled();
    await two.settled();
    expect(storage.current.projects.get('f')!.entries).toEqual([log[0], log[1]]);
    expect(storage.current.projects.get('f')!.meta.owner).toBe('two');

    // And back again.
    await one.takeOver(OPENING);
    one.keepEntry(log[2]!, POINTERS(3));
    await one.settled();
    expect(storage.current.projects.get('f')!.entries).toHaveLength(3);
  });

  test('of two openings at once the later one stands', async () => {
    const page = tab('one', fakeClaims());
    const first = page.keepBase('f', OPENING);
    const second = page.keepBase('g', OPENING);
    expect([await first, await second]).toEqual([false, true]);
    await page.settled();
    expect([...storage.current.projects.keys()]).toEqual(['g']);
    expect(await page.keepBase('f', OPENING)).toBe(true);
  });
});

describe('tabs', () => {
  /** Channels of one name: each hears the others, a moment later. */
  function bus(): () => Channel {
    const open = new Set<Channel>();
    return () => {
      const channel: Channel = {
        onmessage: null,
        postMessage: (data: unknown) => {
          for (const other of open) if (other !== channel) queueMicrotask(() => { other.onmessage?.({ data } as MessageEvent); });
        },
        close: () => { open.delete(channel); },
      };
      open.add(channel);
      return channel;
    };
  }

  test('by asking: the first has it, a later one may take it, a closed one frees it', async () => {
    const channel = bus();
    const lost: string[] = [];
    const one = await claimByAsking(channel, () => lost.push('one'), 5);
    const two = await claimByAsking(channel, () => lost.push('two'), 5);
    expect([one.held, two.held]).toEqual([true, false]);
    await two.takeOver();
    await Promise.resolve();
    expect([one.held, two.held, lost]).toEqual([false, true, ['one']]);
    two.release();
    const three = await claimByAsking(channel, () => lost.push('three'), 5);
    expect(three.held).toBe(true);
  });

  test('by Web Locks: given, refused, stolen, freed', async () => {
    const locks = fakeLocks();
    const lost: string[] = [];
    const one = await claimLock(locks, 'n', () => lost.push('one'));
    const two = await claimLock(locks, 'n', () => lost.push('two'));
    expect([one.held, two.held]).toEqual([true, false]);
    await two.takeOver();
    await Promise.resolve();
    expect([one.held, two.held, lost]).toEqual([false, true, ['one']]);
    two.release();
    await new Promise((resolve) => { setTimeout(resolve, 1); });
    expect((await claimLock(locks, 'n', () => undefined)).held).toBe(true);
    expect(lost).toEqual(['one']);
  });

  /** As the standard has it: a lock lasts as long as the promise; a stolen one rejects its request. */
  function fakeLocks(): Pick<LockManager, 'request'> {
    let holder: { fail: (error: Error) => void } | null = null;
    const request = (_: string, options: LockOptions, run: (lock: Lock | null) => unknown) => {
      if (holder && !options.steal) return Promise.resolve(run(null));
      holder?.fail(Object.assign(new Error('stolen'), { name: 'AbortError' }));
      return new Promise((resolve, reject) => {
        const mine = { fail: reject };
        holder = mine;
        void Promise.resolve(run({ name: 'n', mode: 'exclusive' })).then((value) => {
          if (holder === mine) holder = null;
          resolve(value);
        });
      });
    };
    return { request: request as LockManager['request'] };
  }
});

test('troubles by their names, each with its words', () => {
  expect(troubleOf(full())).toBe('quota');
  expect(troubleOf(new SaveRefused('blocked'))).toBe('blocked');
  expect([troubleOf(null), troubleOf('x'), troubleOf(new Error('?'))]).toEqual(['damaged', 'damaged', 'damaged']);
  for (const code of SAVE_TROUBLES) expect(isMessageKey(`saving.trouble.${code}`)).toBe(true);
  for (const code of ['holdsIt', 'tookIt']) expect(isMessageKey(`saving.otherTab.${code}`)).toBe(true);
});
