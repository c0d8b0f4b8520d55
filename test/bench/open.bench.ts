/**
 * How soon one works on the sample in a real browser, built page, 1440 × 900: from the click on the start card, and from a cold
 * address. A browser of its own for every run, which draws in software where there is no graphics card. Needs `npm run build`.
 */
import type { Page } from 'playwright-core';
import { startWorkbench } from '../e2e/workbench.ts';

const RUNS = 5;
const SCREEN = { width: 1440, height: 900 };
/** Milliseconds that somebody needs to read the start card. */
const READING = 3000;

/** By the page's own clock. */
interface Seen {
  /** The click, or the beginning of the page. */
  from?: number;
  /** The tree lists communities. */
  listed?: number;
  /** Communities and boundaries are drawn and answer the pointer. */
  answers?: number;
  /** Names and what lies beneath, too. */
  whole?: number;
}

const clicked: Seen[] = [];
const addressed: Seen[] = [];
for (let run = 0; run < RUNS; run++) {
  clicked.push(await measure('/?e2e', async (page) => {
    const button = page.getByRole('button', { name: '打开示例区（虚构数据）' });
    await button.waitFor();
    await page.waitForTimeout(READING);
    await button.click();
  }));
  addressed.push(await measure('/?e2e&sample=district', () => Promise.resolve()));
}
report('from the click on the start card', clicked);
report('from a cold address, page and all', addressed);

async function measure(path: string, act: (page: Page) => Promise<void>): Promise<Seen> {
  const workbench = await startWorkbench(SCREEN);
  try {
    const { page } = await workbench.open(path, watch);
    await act(page);
    await page.waitForFunction(() => 'whole' in (window as unknown as { seen: Seen }).seen, null, { timeout: 120_000 });
    return await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  } finally {
    await workbench.close();
  }
}

/** Runs in the page. */
function watch(): void {
  const seen: Seen = { from: 0 };
  Object.assign(window, { seen });
  addEventListener('click', ({ timeStamp }) => { seen.from = timeStamp; }, { capture: true, once: true });
  const mark = (what: keyof Seen, holds: boolean) => {
    if (holds) seen[what] ??= performance.now();
  };
  setInterval(() => {
    const map = (window as unknown as { __sizhiMap?: { settled: () => boolean; rendered: (layer: string) => number } }).__sizhiMap;
    mark('listed', document.querySelector('.tree [role=treeitem]') !== null);
    if (!map || seen.whole !== undefined) return;
    if (seen.answers === undefined) mark('answers', map.rendered('units-fill') > 0);
    else mark('whole', map.settled() && map.rendered('names') > 0 && map.rendered('context-street') > 0);
  }, 50);
}

function report(name: string, runs: readonly Seen[]): void {
  console.log(`${name}: median of ${runs.length}, fastest … slowest, s`);
  for (const [what, label] of [['listed', 'communities listed'], ['answers', 'drawn and answering'], ['whole', 'the whole map drawn']] as const) {
    const times = runs.map((seen) => (seen[what]! - seen.from!) / 1000).sort((p, q) => p - q);
    console.log(`  ${label.padEnd(20)} ${times[times.length >> 1]!.toFixed(2)}   ${times[0]!.toFixed(2)} … ${times.at(-1)!.toFixed(2)}`);
  }
}
