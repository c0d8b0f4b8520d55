/** Journeys 4 and 7, the rules' side: what a split costs, its approval with dates and what is late, the tables against the rules. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { column, project, row, settled, startWorkbench, type OpenPage, type Workbench } from './workbench.ts';

const NEW_NAME = '试分社区';
/** 6,285 households: the sample's largest. */
const SPLIT = '柘桥社区';

let workbench: Workbench;
let opened: OpenPage;
let page: Page;

beforeAll(async () => {
  workbench = await startWorkbench();
  opened = await workbench.open('/?e2e&sample=district');
  ({ page } = opened);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.locator(row(1)).waitFor({ timeout: 60_000 });
  await settled(page);
  await page.getByRole('tab', { name: /方案/ }).click();
  await page.locator('.segments').waitFor();
}, 120_000);
afterAll(async () => { await workbench.close(); });

describe('a split before the rules', () => {
  it('says what to do while nothing is changed', async () => {
    await table('后果');
    await expect.poll(bottom).toContain('还没有改动');
    await table(/^审批/);
    await expect.poll(bottom).toContain('没有新设社区');
  });

  it('shows the class before and after, what each part owes and the election', async () => {
    await split();
    await table('后果');
    await expect.poll(() => column(page, 1)).toContain(NEW_NAME);
    const old = page.locator('.bottom [role="row"]', { hasText: SPLIT });
    expect(await old.getByText('合规', { exact: true }).last().innerText()).toBe('合规');
    expect(await old.locator('.tone-over .hidden-visually').innerText()).toBe('超大型');
    expect(await old.innerText()).toMatch(/6,285\s*→\s*3,\d{3}/);
    await page.locator('.bottom').getByRole('radio', { name: '人员与经费' }).click();
    const created = page.locator('.bottom [role="row"]', { hasText: NEW_NAME });
    await expect.poll(() => created.innerText()).toContain('批复后定');
    await page.locator('.bottom').getByRole('radio', { name: '合计' }).click();
    const count = page.locator('.bottom [role="row"]', { hasText: '超大型社区' });
    await expect.poll(() => count.innerText()).toMatch(/6\s+5\s+−1/);
  });

  it('leads figures to their articles', async () => {
    await page.locator('.bottom').getByRole('radio', { name: '规模与设施' }).click();
    const head = page.locator('.bottom [role="columnheader"]', { hasText: '用房 应有' });
    expect(await head.getAttribute('title')).toContain('第 7 条');
    await page.locator('.bottom [role="row"]', { hasText: SPLIT }).locator('[title*="第 7 条"]').first().waitFor();
  });
});

describe('the approval of the new community', () => {
  it('names the route, its eight steps and both deadlines', async () => {
    await table(/^审批/);
    await expect.poll(bottom).toContain('路径：');
    expect(await bottom()).toContain(NEW_NAME);
    expect(await page.getByLabel(/^第 \d 步 计划日期$/).count()).toBe(8);
    expect(await bottom()).toContain('批复后 3 个月内');
    expect(await bottom()).toContain('批复当年底前');
  });

  it('takes dates as steps: done late, late, and the election counted to the last day of a shorter month', async () => {
    await give('第 1 步 计划日期', '2024-01-05');
    await give('第 1 步 办结日期', '2024-01-08');
    await give('第 2 步 计划日期', '2024-01-20');
    await expect.poll(() => line('审材料').innerText()).toMatch(/逾期 [\d,]+ 天/);
    expect(await line('提出设立意见').innerText()).toContain('已办，晚了');
    await expect.poll(() => page.locator('.table-pills').innerText()).toMatch(/审批 逾期 1/);

    await give('批复日期', '2023-11-30');
    await expect.poll(() => line('“两委”选举：').innerText()).toContain('至 2024-02-29');
    expect(await line('年底报告：').innerText()).toContain('至 2023-12-31');
    await expect.poll(() => page.locator('.table-pills').innerText()).toMatch(/审批 逾期 3/);
    await give('“两委”选举 完成日期', '2024-02-29');
    await expect.poll(() => line('“两委”选举：').innerText()).toContain('已办');
    expect(await line('“两委”选举：').locator('.deadline').getAttribute('title')).toMatch(/第 11 条[\s\S]*我方理解/);

    await table('后果');
    await page.locator('.bottom').getByRole('radio', { name: '人员与经费' }).click();
    await expect.poll(() => line(NEW_NAME).innerText()).toContain('至 2024-02-29');
  });

  it('undoes a date, and an emptied field takes it back', async () => {
    await table(/^审批/);
    await page.locator('.top h1').click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => line('“两委”选举：').innerText()).toMatch(/逾期/);
    await give('第 2 步 计划日期', '');
    await expect.poll(() => line('审材料').innerText()).not.toContain('逾期');
    await expect.poll(() => page.getByRole('button', { name: /撤销 审批日期/ }).count()).toBe(1);
  });

  it('leaves the old date where one presses Esc in a field', async () => {
    const steps = () => page.locator('.table-pills').getByRole('radio', { name: /^步骤/ }).innerText();
    const before = await steps();
    const field = page.getByLabel('第 1 步 计划日期', { exact: true });
    await field.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('2024-01-05');
    // A step that were taken would show by now.
    await page.waitForTimeout(500);
    expect(await steps()).toBe(before);
  });

  it('is taken away as a table', async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 CSV：设立审批' }).click()]);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.split('\r\n').filter((each) => each.startsWith(NEW_NAME))).toHaveLength(10);
    expect(text).toContain('2024-02-29');
  });
});

describe('scorecard, league, registers', () => {
  it('has every indicator with target, figure and article, and says which fields are wanting', async () => {
    await table('指标');
    const all = page.locator('.bottom').getByRole('radio', { name: /^全部 \d/ });
    expect(Number(/\d+/.exec(await all.innerText())![0])).toBeGreaterThanOrEqual(30);
    await page.locator('.bottom').getByRole('radio', { name: /^无数据 \d/ }).click();
    await expect.poll(async () => (await bottom()).includes('需要：') || (await bottom()).includes('由本级填报')).toBe(true);
    await all.click();
    expect(await page.locator('.bottom').locator('[title*="指标第 1 行"]').count()).toBeGreaterThan(0);
  });

  it('ranks subdistricts by an aspect, either way round', async () => {
    await table('排名');
    const rates = async () => (await page.locator('.bottom [role="row"] [role="gridcell"]:nth-child(4) .rate').allInnerTexts()).map(Number);
    await expect.poll(async () => (await rates()).length).toBeGreaterThan(3);
    const down = await rates();
    expect(down).toEqual([...down].sort((a, b) => b - a));
    await page.locator('.bottom').getByRole('button', { name: /规模设置/ }).click();
    await expect.poll(async () => (await rates())[0]).toBeLessThan(down[0]!);
    expect(await bottom()).toContain('6 → 5，已解决 1 个');
  });

  it('enters an attachment in its register and ends it there', async () => {
    await table(/^登记/);
    await page.locator('.bottom').getByRole('radio', { name: /^代管/ }).click();
    await page.locator('.bottom').getByRole('button', { name: '就近代管…' }).click();
    const dialog = page.getByRole('dialog', { name: '就近代管' });
    await dialog.getByLabel('小区', { exact: true }).fill('柏岚家园');
    await dialog.getByRole('combobox', { name: '代管社区' }).click();
    await page.getByRole('searchbox', { name: '搜索：代管社区' }).fill(SPLIT);
    await page.getByRole('option', { name: new RegExp(SPLIT) }).click();
    await dialog.getByLabel('截至').fill('2024-06');
    await dialog.getByRole('button', { name: '记入' }).click();
    await expect.poll(() => line('柏岚家园').innerText()).toContain('已到期');
    await expect.poll(() => page.locator('.table-pills').innerText()).toMatch(/登记 1/);
    await page.getByRole('button', { name: '结束代管：柏岚家园' }).click();
    await expect.poll(bottom).toContain('没有代管');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.bottom') !== null)).toBe(true);
  });

  it('stands in the comparison too', async () => {
    await page.getByRole('button', { name: '对比' }).click();
    await page.getByRole('slider').waitFor();
    await page.locator('.bottom').getByRole('radio', { name: '后果' }).click();
    await page.locator('.bottom').getByRole('radio', { name: '规模与设施' }).click();
    await expect.poll(() => column(page, 1)).toContain(NEW_NAME);
    await page.getByRole('button', { name: '结束对比' }).click();
  });

  it('cuts nothing off at 1280', async () => {
    for (const name of ['指标', '排名', /^登记/, '后果', /^审批/]) {
      await table(name);
      await page.locator('.bottom .view-bar').waitFor();
      const over = await page.locator('.bottom').evaluate((bottomPanel) => [...bottomPanel.querySelectorAll('.table-bar, .view-bar, .grid')].filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.className));
      expect(over).toEqual([]);
    }
  });

  it('goes when the split is undone', async () => {
    await table(/^审批/);
    await page.locator('.top h1').click();
    for (let i = 0; i < 12 && await page.locator('.top .tool.step').first().isEnabled(); i++) {
      await page.keyboard.press('Control+z');
      await page.waitForTimeout(150);
    }
    await expect.poll(bottom).toContain('没有新设社区');
    expect(opened.errors).toEqual([]);
  });
});

const bottom = () => page.locator('.bottom').innerText();
const line = (text: string) => page.locator('.bottom [role="row"]', { hasText: text }).first();
const table = (name: string | RegExp) => page.locator('.table-pills').getByRole('radio', { name }).click();

/** As one types it: Enter makes it a step. */
async function give(label: string, date: string): Promise<void> {
  const field = page.locator('.bottom').getByLabel(label, { exact: true }).first();
  const undo = page.locator('.top .tool.step').first();
  await field.fill(date);
  await field.press('Enter');
  await expect.poll(() => field.inputValue()).toBe(date);
  await expect.poll(() => undo.innerText()).toContain('审批日期');
}

/** From side to side through the middle. */
async function split(): Promise<void> {
  await table(/^社区 \d/);
  const search = page.locator('.left input[type="search"]').first();
  await search.fill(SPLIT);
  await page.locator('.tree [role="treeitem"][aria-level="2"]', { hasText: SPLIT }).first().click();
  await search.fill('');
  await settled(page);
  await page.getByRole('button', { name: '切分', exact: true }).click();
  const [west, south, east, north] = boundsOf(SPLIT);
  const from = await project(page, [west - (east - west) * 0.04, (south + north) / 2]);
  const to = await project(page, [east + (east - west) * 0.04, (south + north) / 2]);
  await page.mouse.click(from.x, from.y);
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.dblclick(to.x, to.y);
  const dialog = page.getByRole('dialog', { name: new RegExp(`切分 ${SPLIT}`) });
  await dialog.getByLabel('新社区名称').fill(NEW_NAME);
  await dialog.locator('.draft-sides').waitFor();
  await dialog.getByRole('button', { name: '切分' }).click();
  const on = page.getByRole('button', { name: '继续，暂不声明' });
  const undo = page.locator('.top .tool.step').first();
  await expect.poll(async () => await on.count() > 0 || await undo.isEnabled(), { timeout: 20_000 }).toBe(true);
  if (await on.count() > 0) await on.click();
  await expect.poll(() => undo.isEnabled()).toBe(true);
}

function boundsOf(name: string): [number, number, number, number] {
  interface Feature { properties: Record<string, unknown>; geometry: { coordinates: number[][][] } }
  const { features } = JSON.parse(readFileSync('data/sample/communities.geojson', 'utf8')) as { features: Feature[] };
  const points = features.find(({ properties }) => Object.values(properties).includes(name))!.geometry.coordinates.flat();
  const xs = points.map(([x]) => x!);
  const ys = points.map(([, y]) => y!);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
