/** Journeys 2, 3, 4 and the repair of journey 1: redraw, split, merge, paint, compare, repair, take away. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { adjoining, boundsOf } from './adjoining.ts';
import { find, focusMap, openPlanPage, total, undoable } from './planPage.ts';
import { project, row, settled, startWorkbench, type OpenPage, type Workbench } from './workbench.ts';

let workbench: Workbench;
beforeAll(async () => { workbench = await startWorkbench(); });
afterAll(async () => { await workbench.close(); });

describe('scenarios on the clean sample', () => {
  let opened: OpenPage;
  let page: Page;
  const pair = adjoining();
  beforeAll(async () => {
    opened = await openPlanPage(workbench, 'district');
    ({ page } = opened);
  }, 120_000);
  afterAll(async () => { await page.close(); });
  /** Back to the start, nothing selected, no tool in hand. */
  afterEach(async () => {
    while (await page.getByRole('dialog').count() > 0) await page.keyboard.press('Escape');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
    for (let i = 0; i < 6 && await undoable(page); i++) {
      await page.keyboard.press('Control+z');
      await page.waitForTimeout(150);
    }
  });

  it('redraws a boundary with the mouse: both sides are told before the release, and one undo takes it back', async () => {
    const before = await total(page);
    await find(page, pair.a);
    await page.keyboard.press('Escape');
    await focusMap(page);
    await page.keyboard.press('s');
    await page.keyboard.press('r');
    const on = await project(page, pair.middle);
    await page.mouse.click(on.x, on.y);
    await page.getByText('松开即一步').or(page.getByText('重画一段')).first().waitFor();
    await settled(page);
    const from = await project(page, pair.vertex);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 14, from.y + 14, { steps: 4 });
    const card = page.locator('.draft-card');
    await card.waitFor();
    await expect.poll(() => card.innerText()).toContain(pair.a);
    expect(await card.innerText()).toContain(pair.b);
    expect(await card.innerText()).toContain('→');
    await page.mouse.up();
    await goOn(page);
    await expect.poll(() => page.getByText('第 1 步，共 1 步').count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: /撤销 改界/ }).count()).toBe(1);
    expect(await total(page)).toBe(before);

    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByText('第 0 步，共 1 步').count()).toBeGreaterThan(0);
    await page.keyboard.press('Control+y');
    await expect.poll(() => page.getByText('第 1 步，共 1 步').count()).toBeGreaterThan(0);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('s');
  });

  it('redraws by keyboard alone: two in the tree, Tab to a vertex, arrows, Enter', async () => {
    await find(page, pair.a);
    await find(page, pair.b, true);
    await page.locator('.top h1').click();
    await page.keyboard.press('r');
    const take = page.getByRole('button', { name: '取所选两社区的界线' });
    await take.focus();
    await page.keyboard.press('Enter');
    await page.getByText('重画一段').waitFor();
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
    const told = page.locator('.hints [role="status"]').last();
    await expect.poll(() => told.innerText()).toMatch(/第 \d+ 个，共 \d+ 个/);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.locator('.draft-card').waitFor();
    await page.keyboard.press('Enter');
    await goOn(page);
    await expect.poll(() => undoable(page)).toBe(true);
  });

  it('splits a community by a line, and never loses a household', async () => {
    const before = await total(page);
    await find(page, pair.a);
    await page.getByRole('button', { name: '切分', exact: true }).click();
    const [west, south, east, north] = boundsOf(pair.a);
    // From side to side, clear of the bar over the map.
    const from = await project(page, [west - (east - west) * 0.04, (south + north) / 2]);
    const to = await project(page, [east + (east - west) * 0.04, (south + north) / 2]);
    await page.mouse.click(from.x, from.y);
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.dblclick(to.x, to.y);
    const dialog = page.getByRole('dialog', { name: new RegExp(`切分 ${pair.a}`) });
    await dialog.waitFor();
    await dialog.getByLabel('新社区名称').fill('试分社区');
    await dialog.locator('.draft-sides').waitFor();
    await dialog.getByRole('button', { name: '切分' }).click();
    await goOn(page);
    await expect.poll(() => undoable(page)).toBe(true);
    expect(await total(page)).toBe(before);
    await page.getByRole('radio', { name: /^有变化/ }).click();
    await expect.poll(() => page.locator('.bottom').innerText()).toContain('试分社区');
    expect(await page.locator('.bottom').innerText()).toContain('拟-1');
    await page.getByRole('radio', { name: /^社区 \d/ }).click();
  });

  it('takes street blocks out of a community to form a new one', async () => {
    await find(page, pair.a);
    await page.getByRole('button', { name: '分出', exact: true }).click();
    await page.getByRole('radio', { name: '街区', exact: true }).click();
    // The worker makes the blocks when they are first asked for.
    await page.waitForFunction(() => (window as unknown as { __sizhiMap: { rendered: (layer: string) => number } }).__sizhiMap.rendered('paint-fill') > 0);
    await settled(page);
    const [west, south, east, north] = boundsOf(pair.a);
    const middle = await project(page, [(west + east) / 2, (south + north) / 2]);
    // What is drawn first may still be the compounds, and there is none in the middle: a click then takes nothing, and is done again.
    const taken = page.getByText(/已选 1 块/);
    await expect.poll(async () => {
      if (await taken.count() === 0) await page.mouse.click(middle.x, middle.y);
      return taken.count();
    }, { interval: 3000, timeout: 30_000 }).toBe(1);
    await page.getByRole('button', { name: /作为一部分/ }).click();
    const dialog = page.getByRole('dialog', { name: new RegExp(`从 ${pair.a} 分出`) });
    await dialog.getByLabel('第 1 部分', { exact: true }).fill('街区社区');
    await dialog.getByRole('button', { name: /分出 1 个社区/ }).click();
    await goOn(page);
    await expect.poll(() => undoable(page)).toBe(true);
  });

  it('merges two communities chosen in the tree', async () => {
    const count = await communities(page);
    await find(page, pair.a);
    await find(page, pair.b, true);
    await page.locator('.bottom').getByRole('button', { name: '合并…' }).click();
    const dialog = page.getByRole('dialog', { name: '合并 2 个社区' });
    await dialog.locator('.draft-sides').waitFor();
    await dialog.getByRole('button', { name: '合并', exact: true }).click();
    await goOn(page);
    await expect.poll(() => communities(page)).toBe(count - 1);
    await expect.poll(() => page.getByRole('button', { name: /撤销 合并/ }).count()).toBe(1);
  });

  it('greys what cannot be done, with the reason', async () => {
    await find(page, pair.a);
    const merge = page.locator('.bottom').getByRole('button', { name: '合并…' });
    expect(await merge.getAttribute('aria-disabled')).toBe('true');
    const reason = await merge.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${reason}"]`).innerText()).toContain('再选一个社区');
    await page.getByRole('radio', { name: '现状', exact: true }).click();
    await expect.poll(() => page.getByRole('button', { name: '改界', exact: true }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('radio', { name: '方案甲' }).click();
  });

  it('forks, and compares two states with a divider that the keyboard moves', async () => {
    await find(page, pair.a);
    await find(page, pair.b, true);
    await page.locator('.bottom').getByRole('button', { name: '合并…' }).click();
    await page.getByRole('dialog').locator('.draft-sides').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '合并', exact: true }).click();
    await goOn(page);
    await expect.poll(() => undoable(page)).toBe(true);
    await page.getByRole('button', { name: '新建方案' }).click();
    await page.getByRole('dialog', { name: '另立方案' }).getByRole('button', { name: '新建' }).click();
    await page.getByRole('radio', { name: '方案乙' }).waitFor();

    await page.getByRole('button', { name: '对比' }).click();
    const divider = page.getByRole('slider');
    await divider.waitFor();
    await expect.poll(() => page.locator('.right').innerText()).toContain('移动清单');
    await expect.poll(() => page.locator('.moved h3').count()).toBeGreaterThan(0);
    const at = Number(await divider.getAttribute('aria-valuenow'));
    await divider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => Number(await divider.getAttribute('aria-valuenow'))).toBe(at + 2);
    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '变更清单' }).click()]);
    expect(readFileSync(await csv.path(), 'utf8')).toContain(pair.a);
    await page.getByRole('button', { name: '结束对比' }).click();
  }, 120_000);

  it('complained of nothing', () => { expect(opened.errors).toEqual([]); });
});

describe('repair of the sample with planted defects', () => {
  it('repairs all that a rule can settle as one step, checks the result and takes it away', async () => {
    const opened = await workbench.open('/?e2e&sample=district-defects');
    const { page } = opened;
    await page.locator(row(1)).waitFor({ timeout: 60_000 });
    await settled(page);
    const openBefore = await openDefects(page);
    await page.getByRole('button', { name: '全部修复…' }).click();
    const dialog = page.getByRole('dialog', { name: '批量修复' });
    await dialog.locator('.proof').waitFor();
    expect(await dialog.getByRole('checkbox', { name: /近似重合/ }).isChecked()).toBe(false);
    await dialog.getByRole('button', { name: /^修复 \d+ 处/ }).click();
    await goOn(page);
    await expect.poll(() => page.getByRole('dialog').count(), { timeout: 20_000 }).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: /撤销 修复/ }).count()).toBe(1);
    expect(await openDefects(page)).toBe(openBefore);

    await page.getByRole('radio', { name: '方案甲 当前' }).click();
    await expect.poll(() => openDefects(page), { timeout: 30_000 }).toBeLessThan(openBefore / 3);
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /方案边界/ }).click()]);
    const written = JSON.parse(readFileSync(await file.path(), 'utf8')) as { features: unknown[] };
    expect(written.features.length).toBeGreaterThan(100);
    expect(opened.errors).toEqual([]);
  }, 120_000);
});

const communities = async (page: Page) => Number(/(\d+)/.exec(await page.getByRole('radio', { name: /^社区 \d/ }).innerText())![1]);
const openDefects = async (page: Page) => Number(/(\d+)/.exec(await page.getByRole('radio', { name: /^待处理/ }).innerText())![1]);

/** Departures from the rule are asked about: they stay open here. */
async function goOn(page: Page): Promise<void> {
  const on = page.getByRole('button', { name: '继续，暂不声明' });
  await expect.poll(async () => await on.count() > 0 || await undoable(page), { timeout: 20_000 }).toBe(true);
  if (await on.count() > 0) await on.click();
}
