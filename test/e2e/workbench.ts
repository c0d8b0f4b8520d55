/**
 * The built page in a real browser. One server and one browser for a file of tests;
 * every page notes what it asks for and what it complains of.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { launchBrowser } from '../tools/browser.ts';

export interface OpenPage {
  page: Page;
  /** Addresses asked for, but for data: and blob:, which stay in the page. */
  requests: string[];
  /** Uncaught errors and what was written to the console as an error. */
  errors: string[];
}

export interface Workbench {
  origin: string;
  /** `path` begins with `/`, or is a whole address. `before` runs in the page before its own scripts. */
  open: (path: string, before?: () => void) => Promise<OpenPage>;
  close: () => Promise<void>;
}

/** Another build than `dist` may be put to the test. */
const DIST = process.env.SIZHI_DIST ?? 'dist';

/** Small: the browser draws without a graphics card. */
const VIEWPORT = { width: 1040, height: 600 };

export async function startWorkbench(viewport = VIEWPORT): Promise<Workbench> {
  if (!existsSync(`${DIST}/index.html`)) throw new Error(`${DIST}/index.html is missing: run npm run build first.`);
  const server: PreviewServer = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: resolve(DIST) },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  const browser: Browser = await launchBrowser();
  return {
    origin,
    async open(path, before) {
      // A context of its own: nothing that one test keeps is there for the next.
      const context = await browser.newContext({ viewport, acceptDownloads: true });
      // Shorter than a test's own limit, so that a failure names its step.
      context.setDefaultTimeout(20_000);
      // Told before there is a page: its first document has it for certain.
      if (before) await context.addInitScript(before);
      const page = await context.newPage();
      const opened: OpenPage = { page, requests: [], errors: [] };
      page.on('request', (request) => {
        if (!/^(?:data|blob):/.test(request.url())) opened.requests.push(request.url());
      });
      page.on('pageerror', (error) => { opened.errors.push(error.message); });
      page.on('console', (message) => {
        if (message.type() === 'error') opened.errors.push(message.text());
      });
      await page.goto(path.startsWith('/') ? origin + path : path);
      return opened;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** `before` of a page that is to be quick: it then says that no map can be drawn, and works on. Drawn in software, the map takes most of the time that a page needs. */
export function withoutWebGl(): void {
  Object.assign(HTMLCanvasElement.prototype, { getContext: () => null });
}

/** What the page complains of, but for the map that it was not given. */
export function complaints(errors: readonly string[]): string[] {
  return errors.filter((error) => !error.includes('WebGL'));
}

/** Waits until the map has drawn all it was asked to. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const probe = (window as unknown as { __sizhiMap?: { settled: () => boolean } }).__sizhiMap;
    return probe?.settled() === true;
  }, null, { timeout: 45_000 });
  // One more frame: what was set in the same tick as the last is drawn too.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** A row of the bottom table, from 1. */
export function row(index: number): string {
  return `.bottom [role="row"][aria-rowindex="${index + 1}"]`;
}

/** What stands in one column of the rows that exist. */
export async function column(page: Page, cell: number): Promise<string[]> {
  return page.locator(`.bottom [role="row"] [role="gridcell"]:nth-child(${cell})`).allInnerTexts();
}

export async function project(page: Page, lngLat: readonly [number, number]): Promise<{ x: number; y: number }> {
  const at = await page.evaluate((place) => {
    const probe = (window as unknown as { __sizhiMap: { project: (at: readonly [number, number]) => { x: number; y: number } } }).__sizhiMap;
    const box = document.querySelector('.map-canvas')!.getBoundingClientRect();
    const { x, y } = probe.project(place);
    return { x: x + box.x, y: y + box.y };
  }, lngLat);
  return at;
}
