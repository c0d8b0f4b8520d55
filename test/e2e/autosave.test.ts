/** The autosave in a real browser: real IndexedDB, two tabs, a full disk, a page that ends. The page about it is empty. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openHistory } from '../../src/core/plan/history.ts';
import { toLog } from '../../src/core/plan/log.ts';
import type { Saving } from '../../src/state/autosave/saving.ts';
import { aPlan, play } from '../builders/history.ts';
import { launchBrowser } from '../tools/browser.ts';
import type * as InPage from './autosaveInPage.ts';

type Kept = Awaited<ReturnType<typeof InPage.autosave.loadProject>>;
declare const Autosave: typeof InPage;

const { log, pointers } = toLog(play(openHistory(aPlan(), '方案甲'), 'a b c'));
let server: Server;
let browser: Browser;
let context: BrowserContext;
let origin: string;

beforeAll(async () => {
  const built = await build({
    configFile: false, logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry: 'test/e2e/autosaveInPage.ts', formats: ['iife'], name: 'Autosave' } },
  }) as unknown as { output: { code: string }[] }[];
  const { code } = built[0]!.output[0]!;
  server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><script>${code.replaceAll('</script', '<\\/script')}</script>`);
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => { server.once('listening', listening); });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});
beforeEach(async () => { context = await browser.newContext(); });
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  server.close();
});

async function tab(before?: () => void): Promise<Page> {
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  await page.goto(origin);
  return page;
}

const saving = (page: Page): Promise<Saving> => page.evaluate(() => Autosave.useSaving.getState());

/** Opens the project `f`; `steps` null: going on with what is kept. */
function keepBase(page: Page, steps: Pick<ReturnType<typeof toLog>, 'log' | 'pointers'> | null, size = 2): Promise<boolean> {
  return page.evaluate(async ({ given, bytes }) => {
    const { autosave } = Autosave;
    const file = { name: '社区.geojson', group: 'base' as const, role: 'communities', fields: { code: '代码' }, encoding: 'utf-8', bytes: new Blob([new Uint8Array(bytes).fill(65)]) };
    const held = await autosave.keepBase('f', { name: '示例区', files: [file], steps: given ?? 'kept' });
    await autosave.settled();
    return held;
  }, { given: steps, bytes: size });
}

function load(page: Page): Promise<Kept & { sizes: number[] } | null> {
  return page.evaluate(async () => {
    const kept = await Autosave.autosave.loadProject('f');
    return kept && { ...kept, sizes: kept.files.map(({ bytes }) => bytes.size) };
  });
}

async function step(page: Page, index: number): Promise<void> {
  await page.evaluate(async ({ entry, to }) => {
    Autosave.autosave.keepEntry(entry, to);
    await Autosave.autosave.settled();
  }, { entry: log[index]!, to: { ...pointers, scenarios: [{ ...pointers.scenarios[0]!, head: index + 1 }] } });
}

test('a page that ends finds its project again', async () => {
  const one = await tab();
  expect(await keepBase(one, { log: [], pointers })).toBe(true);
  for (const index of [0, 1, 2]) await step(one, index);
  await one.evaluate(() => {
    Autosave.autosave.keepDraft({ tool: 'split', line: [[1, 2]] });
    return new Promise((done) => { setTimeout(done, 800); });
  });
  expect(await saving(one)).toMatchObject({ status: 'saved', trouble: null, otherTab: null });
  await one.close();
  const two = await tab();
  expect(await two.evaluate(() => Autosave.autosave.listProjects())).toMatchObject([{ fingerprint: 'f', name: '示例区', steps: 3, hasFiles: true, fileNames: ['社区.geojson'] }]);
  expect(await load(two)).toMatchObject({ log, pointers: { scenarios: [{ head: 3 }] }, draft: { tool: 'split', line: [[1, 2]] }, sizes: [2], unreadable: 0 });
  expect(await keepBase(two, null)).toBe(true);
  expect((await load(two))!.log).toEqual(log);
  expect(await keepBase(two, { log: [], pointers })).toBe(true);
  expect(await load(two)).toMatchObject({ log: [], draft: null });
  await two.evaluate(() => { Autosave.autosave.close(); });
  expect(await two.evaluate(() => Autosave.autosave.forgetProject('f'))).toBe(true);
  expect(await load(two)).toBeNull();
});

test.each([
  ['Web Locks', undefined],
  ['BroadcastChannel', () => { Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }); }],
  ['neither: the storage itself', () => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
    Object.defineProperty(window, 'BroadcastChannel', { value: undefined });
  }],
])('two tabs, by %s', async (how, before) => {
  const [one, two] = [await tab(before), await tab(before)];
  expect(await keepBase(one, { log: [], pointers })).toBe(true);
  await step(one, 0);
  const second = await keepBase(two, null);
  if (how.startsWith('neither')) expect(second).toBe(true);
  else {
    expect(second).toBe(false);
    expect((await saving(two)).otherTab).toBe('holdsIt');
    await step(two, 2);
    expect((await load(two))!.log).toEqual(log.slice(0, 1));
    const kept = await two.evaluate(() => Autosave.autosave.takeOver({ name: '示例区', files: [], steps: 'kept' }));
    expect(kept!.log).toEqual(log.slice(0, 1));
    await expect.poll(async () => (await saving(one)).otherTab).toBe('tookIt');
  }
  await step(two, 1);
  await step(one, 2);
  expect(await saving(one)).toMatchObject({ otherTab: 'tookIt', trouble: 'anotherTab' });
  expect(await saving(two)).toMatchObject({ otherTab: null, status: 'saved' });
  expect((await load(two))!.log).toEqual(log.slice(0, 2));
});

test('a full disk: the steps are kept where the files no longer fit; once there is space all is', async () => {
  const page = await tab();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
  await keepBase(page, { log: [], pointers }, 8_000_000);
  expect(await saving(page)).toMatchObject({ status: 'trouble', trouble: 'quota' });
  await step(page, 0);
  expect((await saving(page)).status).toBe('trouble');
  expect(await load(page)).toMatchObject({ log: log.slice(0, 1), files: [], meta: { hasFiles: false } });
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await step(page, 1);
  expect(await saving(page)).toMatchObject({ status: 'saved', trouble: null });
  expect(await load(page)).toMatchObject({ log: log.slice(0, 2), sizes: [8_000_000], meta: { hasFiles: true } });
});

test('a browser that keeps nothing, or was left by a newer version: told, and work goes on', async () => {
  const none = await tab(() => { Object.defineProperty(window, 'indexedDB', { value: undefined }); });
  expect(await keepBase(none, { log: [], pointers })).toBe(true);
  expect(await saving(none)).toMatchObject({ status: 'trouble', trouble: 'noStorage', savedAt: null });
  expect(await none.evaluate(() => Autosave.autosave.listProjects())).toEqual([]);
  await none.close();
  const newer = await tab();
  await newer.evaluate(() => new Promise((done) => {
    const request = indexedDB.open('sizhi-projects', 99);
    request.onsuccess = () => { request.result.close(); done(null); };
  }));
  await keepBase(newer, { log: [], pointers });
  expect(await saving(newer)).toMatchObject({ status: 'trouble', trouble: 'newerStore' });
});
