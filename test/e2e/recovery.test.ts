/** Nothing is lost: killed pages, two tabs, project files saved, opened, merged, and bad ones refused. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { adjoining } from './adjoining.ts';
import { complaints, project, row, settled, startWorkbench, withoutWebGl, type OpenPage, type Workbench } from './workbench.ts';

const SAMPLE = '/?e2e&sample=district';
/** Each journey loads the page several times. */
vi.setConfig({ testTimeout: 120_000 });
const PATIENCE = { timeout: 20_000 };

let workbench: Workbench;
let contexts: BrowserContext[] = [];
beforeAll(async () => { workbench = await startWorkbench(); });
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
});
afterAll(async () => { await workbench.close(); });

describe('a page that is killed', () => {
  it('has all its steps when it is opened again, by the files or from the start card', async () => {
    const { page, errors } = await sample();
    await lock(page, 0);
    await lock(page, 2);
    await kept(page);
    expect(complaints(errors)).toEqual([]);
    await crash(page);

    const again = await another(page, SAMPLE);
    await again.getByRole('button', { name: '继续上次的工作' }).click();
    await steps(again, 2, 2);
    await again.keyboard.press('Control+z');
    await steps(again, 1, 2);
    await kept(again);
    await again.close({ runBeforeUnload: false });

    const third = await another(page, '/?e2e');
    const item = third.getByRole('region', { name: '继续上次的工作' }).getByRole('button', { name: /2 步/ });
    await item.click();
    await steps(third, 1, 2);
    expect(await third.locator('.top h1').innerText()).toContain('示例区');
    await lock(third, 4);
    await steps(third, 2, 2);
  });

  it('puts kept steps aside on wish, and finds them again', async () => {
    const { page } = await sample();
    await lock(page, 0);
    await lock(page, 2);
    await kept(page);
    await crash(page);

    const again = await another(page, SAMPLE);
    await again.getByRole('button', { name: '重新开始' }).click();
    await toPlan(again);
    await steps(again, 0, 0);
    await lock(again, 3);
    await kept(again);
    await menu(again, '关闭项目');
    await again.getByRole('button', { name: /放在一边的.*2 步/ }).click();
    await steps(again, 2, 2);
    await kept(again);
    await menu(again, '关闭项目');
    await expect.poll(() => again.locator('.kept-projects li').allInnerTexts(), PATIENCE).toEqual([expect.stringMatching(/^示例区[^]*2 步/), expect.stringMatching(/放在一边的[^]*1 步/)]);
  });

  it('in the middle of a drag: what was committed is back, and the drag is offered', async () => {
    const { page } = await sample({ map: true });
    await lock(page, 7);
    const { a: name, vertex, middle } = adjoining();
    await page.locator('.tree [role="treeitem"][aria-level="2"]', { hasText: name }).first().click();
    await settled(page);
    await page.locator('.map-canvas canvas').first().focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await page.keyboard.press('r');
    const on = await project(page, middle);
    await page.mouse.click(on.x, on.y);
    await page.getByText('重画一段').waitFor();
    const from = await project(page, vertex);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 9, from.y + 9, { steps: 4 });
    await page.locator('.draft-card:not(.refused)').waitFor();
    await drafted(page);
    await crash(page);

    const again = await another(page, SAMPLE);
    await again.getByText('还有一步没有做完').waitFor();
    await again.getByRole('button', { name: '继续上次的工作' }).click();
    await steps(again, 1, 1);
    await again.getByText('上次有一步没有做完').waitFor();
    await again.getByRole('button', { name: '接着做' }).click();
    await again.locator('.draft-card:not(.refused)').waitFor();
    await again.keyboard.press('Enter');
    const on2 = again.getByRole('button', { name: '继续，暂不声明' });
    await expect.poll(async () => await on2.count() > 0 || await again.getByText('第 2 步，共 2 步').count() > 0, PATIENCE).toBe(true);
    if (await on2.count() > 0) await on2.click();
    await steps(again, 2, 2);
  });

  it('while a step is being written: the step is whole or absent', async () => {
    const { page } = await sample();
    await lock(page, 0);
    await kept(page);
    await select(page, 2);
    await page.locator('.bottom').getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '锁定' }).click();
    await crash(page);

    const again = await another(page, SAMPLE);
    await again.getByRole('button', { name: '继续上次的工作' }).click();
    await again.getByText(/第 [12] 步，共 [12] 步/).first().waitFor();
    const count = await again.getByText('第 2 步，共 2 步').count() > 0 ? 2 : 1;
    await steps(again, count, count);
    expect(await again.locator('.left .alarm').count()).toBe(0);
    await lock(again, 4);
    await steps(again, count + 1, count + 1);
  });
});

describe('two tabs on one project', () => {
  it('the second only looks until it takes over, and then the first only looks', async () => {
    const { page } = await sample();
    await lock(page, 0);
    await kept(page);
    const second = await another(page, SAMPLE);
    await second.getByText('正在另一个窗口里编辑').waitFor();
    await steps(second, 1, 1);
    await select(second, 2);
    await second.locator('.bottom').getByRole('button', { name: '更多操作' }).click();
    await second.getByRole('menuitem', { name: /锁定/ }).getByText('只看不改').waitFor();
    await second.keyboard.press('Escape');
    await second.keyboard.press('Control+z');
    await steps(second, 1, 1);

    await second.getByRole('button', { name: '在本窗口编辑' }).click();
    await second.locator('.other-tab').waitFor({ state: 'detached' });
    await lock(second, 2);
    await steps(second, 2, 2);
    await kept(second);

    await page.bringToFront();
    await page.getByText('另一个窗口接管了这个项目').waitFor();
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(300);
    await steps(page, 1, 1);
    await page.getByRole('button', { name: '在本窗口编辑' }).click();
    await steps(page, 2, 2);
  });
});

describe('project files', () => {
  let bytes: Buffer;

  it('open elsewhere with the same steps, and are saved again byte for byte', async () => {
    const { page } = await sample();
    await page.getByRole('button', { name: /操作历史/ }).click();
    await page.getByLabel('操作人').fill('区划科');
    await page.keyboard.press('Escape');
    await lock(page, 0);
    await lock(page, 2);
    await page.keyboard.press('Control+z');
    await steps(page, 1, 2);
    bytes = await save(page);

    const other = await fresh();
    await drop(other.page, '示例区.sizhi', bytes);
    await steps(other.page, 1, 2);
    expect((await save(other.page)).equals(bytes)).toBe(true);
    await other.page.locator('.bottom').getByRole('radio', { name: /^步骤/ }).click();
    expect(await other.page.locator('.bottom').innerText()).toContain('区划科');
    expect(complaints(other.errors)).toEqual([]);
  });

  it('bring a colleague’s scenarios in beside ours; those on other ground are refused', async () => {
    const { page } = await sample();
    await lock(page, 5);
    await kept(page);
    await merge(page, '同事.sizhi', bytes);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('合并完成').waitFor();
    expect(await dialog.innerText()).toContain('方案甲（2）');
    await dialog.getByRole('button', { name: '知道了' }).click();
    await page.getByRole('radio', { name: '方案甲（2）' }).click();
    await steps(page, 1, 2);
    await kept(page);
    await crash(page);

    const again = await another(page, SAMPLE);
    await again.getByRole('button', { name: '继续上次的工作' }).click();
    await steps(again, 1, 2);
    expect(await again.getByRole('radio', { name: /^方案甲/ }).count()).toBe(2);
    await again.close();

    const defects = await fresh('/?e2e&sample=district-defects');
    await defects.page.locator(row(1)).waitFor({ timeout: 60_000 });
    await merge(defects.page, '同事.sizhi', bytes);
    await defects.page.getByText('底图不同，不能合并').waitFor();
  });

  it('cut, edited by hand, or something else: each gets its reason, and what is legible is offered', async () => {
    const { page, errors } = await fresh();
    const dialog = page.getByRole('dialog');
    const close = async () => {
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    };
    await drop(page, '别的.sizhi', Buffer.from('PK\u0003\u0004 a spreadsheet'));
    await dialog.getByText('不是项目文件').waitFor();
    await close();
    await drop(page, '新版.sizhi', newer(bytes));
    await dialog.getByText('第 99 版').waitFor();
    await close();
    await drop(page, '空.sizhi', Buffer.alloc(0));
    await dialog.getByText('文件是空的').waitFor();
    await close();

    await drop(page, '改过.sizhi', edited(bytes));
    await dialog.getByText('这一行损坏').waitFor();
    await close();

    await drop(page, '断了.sizhi', bytes.subarray(0, Math.floor(bytes.length / 2)));
    await dialog.getByText('文件不完整').waitFor();
    await dialog.getByText('还缺原始文件').waitFor();
    const missing = await dialog.locator('ul').last().locator('li').allInnerTexts();
    expect(missing.length).toBeGreaterThan(0);
    const names = missing.map((text) => text.replace(/（.*$/, ''));
    await dialog.locator('input[type="file"]').setInputFiles([{ name: '不相干.geojson', mimeType: 'application/json', buffer: Buffer.from('{}') }]);
    await dialog.getByText('不是缺的那个文件').waitFor();
    await dialog.locator('input[type="file"]').setInputFiles(names.map((name) => ({ name, mimeType: 'application/json', buffer: readFileSync(`data/sample/${name}`) })));
    await expect.poll(() => dialog.getByText('还缺原始文件').count(), PATIENCE).toBe(0);
    await dialog.getByRole('button', { name: '打开能读出的部分' }).click();
    await steps(page, 1, 2);
    expect(complaints(errors)).toEqual([]);
  });
});

describe('a browser that keeps nothing', () => {
  it('is told in words, and the work goes on', async () => {
    const { page } = await fresh(SAMPLE, { before: () => { Object.defineProperty(window, 'indexedDB', { value: undefined }); } });
    await page.locator(row(1)).waitFor({ timeout: 60_000 });
    await toPlan(page);
    await lock(page, 0);
    await page.getByRole('button', { name: '未能保存到本机' }).click();
    await page.getByRole('dialog').getByText('无痕窗口').waitFor();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: '保存项目文件' }).click()]);
    expect(saved.suggestedFilename()).toMatch(/\.sizhi$/);
  });
});

interface Opening {
  /** Drawn in software, the map takes most of the time that a page needs: only what is about it has one. */
  map?: boolean;
  before?: () => void;
}

async function fresh(path = '/?e2e', { map = false, before }: Opening = {}): Promise<OpenPage> {
  const opened = await workbench.open('about:blank');
  contexts.push(opened.page.context());
  if (!map) await opened.page.context().addInitScript(withoutWebGl);
  if (before) await opened.page.addInitScript(before);
  await opened.page.goto(workbench.origin + path);
  return opened;
}

/** The sample with its plan open. */
async function sample(opening: Opening = {}): Promise<OpenPage> {
  const opened = await fresh(SAMPLE, opening);
  await opened.page.locator(row(1)).waitFor({ timeout: 60_000 });
  await toPlan(opened.page);
  return opened;
}

/** Beside a page, with everything that the browser keeps for it. */
async function another(page: Page, path: string): Promise<Page> {
  const next = await page.context().newPage();
  await next.goto(workbench.origin + path);
  return next;
}

async function toPlan(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^方案/ }).click();
  await page.locator('.segments').waitFor({ timeout: 45_000 });
}

async function select(page: Page, index: number): Promise<void> {
  await page.locator('.tree [role="treeitem"][aria-level="2"]').nth(index).click();
}

/** One step that needs no pointer. */
async function lock(page: Page, index: number): Promise<void> {
  const before = await page.locator('.tasks').getByText(/第 \d+ 步/).innerText();
  await select(page, index);
  await page.locator('.bottom').getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '锁定' }).click();
  await expect.poll(() => page.locator('.tasks').getByText(/第 \d+ 步/).innerText(), PATIENCE).not.toBe(before);
}

async function steps(page: Page, step: number, count: number): Promise<void> {
  await page.locator('.tasks').getByText(`第 ${step} 步，共 ${count} 步`).waitFor({ timeout: 45_000 });
}

async function kept(page: Page): Promise<void> {
  // The words outlast a short save; what is still being written says so to machines.
  await page.locator('.saved[aria-busy="false"]', { hasText: '已存本机' }).waitFor();
}

async function drafted(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => new Promise<number>((resolve, reject) => {
    const request = indexedDB.open('sizhi-projects');
    request.onerror = () => { reject(new Error('The database is shut.')); };
    request.onsuccess = () => {
      const count = request.result.transaction('drafts').objectStore('drafts').count();
      count.onsuccess = () => {
        request.result.close();
        resolve(count.result);
      };
    };
  })), PATIENCE).toBe(1);
}

/** As a machine that stops: no unload, nothing written any more. */
async function crash(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;
}

async function menu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^项目菜单/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function save(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), menu(page, '保存项目文件')]);
  return readFileSync(await download.path());
}

async function merge(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type="file"][aria-label^="合并"]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** As the system does when a file is let go over the page. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(({ name: called, base64 }) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], called));
    return data;
  }, { name, base64: bytes.toString('base64') });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** A step changed in an editor. */
function edited(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('utf8').replace('"locked":true', '"locked":false'));
}

/** The header of a version to come, sealed as it should be. */
function newer(bytes: Buffer): Buffer {
  const [header] = bytes.toString('utf8').split('\n');
  const json = header!.slice(9).replace('"version":1', '"version":99');
  return Buffer.from(`${crc32(Buffer.from(json)).toString(16).padStart(8, '0')} ${json}\n`);
}

function crc32(bytes: Buffer): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
