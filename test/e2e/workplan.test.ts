/** J7: the district's task table comes in as a document table is pasted; rows join communities, are tied to scenarios and ticked off; what is late stands out; it goes out as CSV. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCells } from '../../src/io/tables/cells.ts';
import { openPlanTab, openSamplePage, openTablesDialog, pasteTable, sampleRows, useThem } from './tablePage.ts';
import { complaints, row, startWorkbench, type OpenPage, type Workbench } from './workbench.ts';

const fixture = JSON.parse(readFileSync('test/fixtures/workplan/baqiao.json', 'utf8')) as { paper: string; cells: string[][] };
const [first, second] = sampleRows().map(({ name }) => name) as [string, string];
/** The real names join nothing made up: two of them give way to names of the sample. A title with the paper's date stands above. */
const TEXT = [['任务分工表（2024年1月22日）'], ...fixture.cells].map((cells) => cells.join('\t')).join('\n').replaceAll('联盟社区', first).replaceAll('米秦北路社区', second);

let workbench: Workbench;
let opened: OpenPage;
let page: Page;
beforeAll(async () => {
  workbench = await startWorkbench();
  opened = await openSamplePage(workbench);
  ({ page } = opened);
  await page.setViewportSize({ width: 1280, height: 720 });
}, 120_000);
afterAll(async () => { await workbench.close(); });

describe('the work plan', () => {
  it('comes in as pasted cells, and every row of it stands in the list', async () => {
    const dialog = await openTablesDialog(page);
    await pasteTable(dialog, TEXT);
    await dialog.locator('.draft-list li.on', { hasText: '18 项任务' }).waitFor();
    expect(await dialog.getByLabel('这是什么表').innerText()).toBe('任务分工表');
    await useThem(dialog);
    await openPlanTab(page);
    await asOf('2024-03-01');
    await page.getByRole('radio', { name: /^任务/u }).click();
    await expect.poll(() => page.locator('.bottom [role="grid"]').getAttribute('aria-rowcount')).toBe('19');
    const numbers: string[] = [];
    for (let k = 1; k <= 18; k++) numbers.push((await line(k)).split(/\s/u)[0]!);
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '15', '17', '18']);
  });

  it('flags a repeated and a skipped number and a deadline before the paper', async () => {
    const flag = (k: number) => at(k).then((found) => found.locator('.task-number').getAttribute('title'));
    expect([await flag(15), await flag(16), await flag(17), await flag(10)]).toEqual([null, '序号重复', '序号跳号', '时限早于文件日期']);
  });

  it('names what is late, by how much, on the pill too', async () => {
    expect(await line(2)).toMatch(/2024-01-31\s+逾期 30 天/u);
    expect(await line(4)).toMatch(/2024-06-30 阶段\s+进行中/u);
    await expect.poll(() => page.getByRole('radio', { name: /^任务逾期/u }).innerText()).toBe('任务逾期 2');
    await page.getByRole('radio', { name: '逾期 2', exact: true }).click();
    await expect.poll(() => page.locator('.bottom [role="grid"]').getAttribute('aria-rowcount')).toBe('3');
    await page.getByRole('radio', { name: '全部 18' }).click();
  });

  it('finds the communities that a row names, leads to each, and lists those not found', async () => {
    const found = await at(4);
    await found.getByRole('button', { name: /^社区 4/u }).click();
    const detail = page.locator('.task-detail');
    expect(await detail.innerText()).toMatch(new RegExp(`找到的社区\\s+${first}\\s+${second}\\s+没有找到\\s+云锦\\s+沁蓝\\s+高科绿水东城`, 'u'));
    await detail.getByRole('button', { name: second }).click();
    await expect.poll(() => page.locator('.right').innerText()).toContain(second);
    await page.keyboard.press('Escape');
    await detail.waitFor({ state: 'detached' });
  });

  it('a tick, a milestone and a tie are kept; done is no more late', async () => {
    await (await at(2)).getByRole('checkbox', { name: '任务 2 已完成' }).check();
    await expect.poll(() => line(2)).toContain('完成');
    await (await at(10)).getByRole('checkbox', { name: '任务 10 已取得阶段性进展' }).check();
    await expect.poll(() => page.getByRole('radio', { name: /^任务/u }).innerText()).toBe('任务 18');
    await tie(4, '方案甲');
    await expect.poll(() => line(4)).toContain('方案甲');
  });

  it('progress by lead counts what was ticked', async () => {
    await page.getByRole('radio', { name: '按牵头单位' }).click();
    const head = page.locator('.bottom [role="row"]', { hasText: '区民政局' });
    // Of 18: one done, nothing late; standing 5 and waiting 3 as the core's table has them.
    expect((await head.innerText()).split(/\s+/u).slice(0, 7)).toEqual(['区民政局', '18', '1', '0', '9', '3', '5']);
    await page.getByRole('radio', { name: '按时限' }).click();
    await page.locator('.bottom [role="row"]', { hasText: '2024-01-31' }).waitFor();
    await page.getByRole('radio', { name: '清单' }).click();
  });

  it('goes out as CSV', async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 CSV：工作任务' }).click()]);
    const rows = readCells(readFileSync(await file.path(), 'utf8').replace('\uFEFF', ''), 100).rows;
    const cell = (k: number, head: string) => rows[k]![rows[0]!.indexOf(head)];
    expect(rows).toHaveLength(19);
    expect([cell(2, '状态'), cell(4, '方案'), cell(4, '找到的社区'), cell(4, '没有找到'), cell(16, '标记')]).toEqual(['完成', '方案甲', `${first}、${second}`, '云锦、沁蓝、高科绿水东城', '序号重复']);
    expect(cell(2, '完成日')).toMatch(/^\d{4}-\d\d-\d\d$/u);
  });

  it('stands again with its ticks when the page is opened again', async () => {
    await page.reload();
    await page.locator(row(1)).waitFor({ timeout: 60_000 });
    await openPlanTab(page);
    await page.getByRole('radio', { name: /^任务/u }).click();
    await expect.poll(() => line(4)).toContain('方案甲');
    expect(await (await at(2)).getByRole('checkbox', { name: '任务 2 已完成' }).isChecked()).toBe(true);
    expect(await (await at(10)).getByRole('checkbox', { name: '任务 10 已取得阶段性进展' }).isChecked()).toBe(true);
  });

  it('complained of nothing', () => { expect(complaints(opened.errors)).toEqual([]); });
});

/** A row of the list, scrolled to. */
async function at(index: number): Promise<Locator> {
  const grid = page.locator('.bottom [role="grid"]');
  await grid.evaluate((element, top) => { element.scrollTop = top; }, Math.max(0, (index - 3) * 22));
  const found = page.locator(row(index));
  await found.waitFor();
  return found;
}

async function line(index: number): Promise<string> {
  return (await at(index)).innerText();
}

async function tie(index: number, scenario: string): Promise<void> {
  await (await at(index)).getByRole('button', { name: /由哪个方案回应/u }).click();
  await page.getByRole('menuitemcheckbox', { name: scenario }).click();
}

async function asOf(day: string): Promise<void> {
  await page.locator('.rules-button').click();
  await page.getByLabel('截至日期').fill(day);
  await page.getByLabel('截至日期').press('Enter');
  await page.keyboard.press('Escape');
}
