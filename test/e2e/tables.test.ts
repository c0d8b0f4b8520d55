/** A table in GB18030 with three wrong names: told with near names, mended by hand, used; figures follow, the page opened again uses it again, removing it takes them back. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gb18030 } from '../io/tables/gb18030.ts';
import { households } from './planPage.ts';
import { giveTable, listed, openPlanTab, openSamplePage, openTablesDialog, pasteTable, sampleRows, showStep, useThem } from './tablePage.ts';
import { complaints, row, startWorkbench, type OpenPage, type Workbench } from './workbench.ts';

const all = sampleRows();
/** Rows 3…10 of the table: a title and a header stand above. */
const communities = all.slice(0, 8);
/** The second sign is wrong in the first, the second stands for nothing, the third for a community in another subdistrict by its row. */
const written = communities.map(({ name }) => name);
written[1] = `${communities[1]!.name[0]!}山社区`;
written[3] = '无此地社区';
written[5] = `${communities[5]!.name[0]!}某社区`;
const more = (k: number) => communities[k]!.households + 1000 + k;
const TABLE = ['社区户数表（2025年6月）,,', '街道,社区名称,常住户数', ...communities.map(({ subdistrict }, k) => `${subdistrict},${written[k]!},${more(k)}`)].join('\r\n');

let workbench: Workbench;
let opened: OpenPage;
let page: Page;
beforeAll(async () => {
  workbench = await startWorkbench();
  opened = await openSamplePage(workbench);
  ({ page } = opened);
}, 120_000);
afterAll(async () => { await workbench.close(); });

describe('a table in GB18030 with three wrong names', () => {
  let dialog: Locator;

  it('is read: encoding, kind, columns, date', async () => {
    dialog = await openTablesDialog(page);
    expect(await dialog.locator('footer .primary').isDisabled()).toBe(true);
    await giveTable(dialog, '户数.csv', gb18030(TABLE));
    await dialog.getByText('3 行未对上').waitFor();
    expect(await dialog.locator('.sheet-facts').innerText()).toMatch(/编码\s+GB18030\s+行数\s+8/u);
    expect(await dialog.getByLabel('这是什么表').innerText()).toBe('社区表');
    expect(await dialog.getByLabel('“常住户数”一列是').innerText()).toBe('常住户数');
    expect(await dialog.getByLabel('数据日期').getAttribute('placeholder')).toBe('2025-06');
    expect(await dialog.locator('.sheet tbody tr').first().innerText()).toMatch(new RegExp(`3\\s+${communities[0]!.subdistrict}\\s+${communities[0]!.name}`, 'u'));
  });

  it('a column corrected is another field, and back', async () => {
    await choose(dialog.getByLabel('“常住户数”一列是'), '户籍户数');
    await expect.poll(() => dialog.getByLabel('“常住户数”一列是').innerText()).toContain('户籍户数');
    await choose(dialog.getByLabel('“常住户数”一列是'), '常住户数');
    await expect.poll(() => dialog.getByLabel('“常住户数”一列是').innerText()).toBe('常住户数');
  });

  it('proposes near names and takes none by itself', async () => {
    await showStep(dialog, '对应结果');
    await expect.poll(() => dialog.locator('.join-summary').innerText()).toContain('对上 5 行：按代码或选定 0，按名称 5');
    const rows = dialog.getByRole('list', { name: '未对上' }).getByRole('listitem');
    expect(await rows.allInnerTexts()).toEqual([expect.stringMatching(/^第 4 行/u), expect.stringMatching(/^第 6 行/u), expect.stringMatching(/^第 8 行/u)]);
    expect(await rows.nth(0).innerText()).toContain(`是 ${communities[1]!.name}`);
    expect(await rows.nth(1).getByRole('button', { name: /^是/u }).count()).toBe(0);
  });

  it('is mended by a near name, by another community, by leaving a row out; each can be withdrawn', async () => {
    const list = dialog.getByRole('list', { name: '未对上' });
    await list.getByRole('button', { name: `是 ${communities[1]!.name}`, exact: true }).click();
    await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
    await list.getByRole('listitem').first().getByRole('button', { name: /^另选…/u }).click();
    await page.getByRole('searchbox', { name: '按名称、代码或街道找' }).fill(communities[3]!.name);
    await page.locator('.picker .option').first().click();
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
    await list.getByRole('button', { name: '不用这行' }).click();
    await dialog.getByText('每一行都对上了').waitFor();
    const settledRows = dialog.getByRole('list', { name: '已处理' }).getByRole('listitem');
    expect(await settledRows.allInnerTexts()).toEqual([
      expect.stringMatching(new RegExp(`第 4 行\\s+${written[1]!} → ${communities[1]!.name}`, 'u')),
      expect.stringMatching(new RegExp(`第 6 行\\s+无此地社区 → ${communities[3]!.name}`, 'u')), expect.stringMatching(/第 8 行.*不用/su),
    ]);
    await dialog.getByRole('button', { name: '撤回对第 8 行的处理' }).click();
    await list.getByRole('button', { name: `是 ${communities[5]!.name}`, exact: true }).click();
    await expect.poll(() => dialog.locator('.join-summary').innerText()).toContain('对上 8 行：按代码或选定 3，按名称 5');
  });

  it('shows both values where it contradicts the file, and which is in force', async () => {
    await showStep(dialog, '各表不一致');
    const line = dialog.locator('.conflict-list tbody tr', { hasText: communities[3]!.name });
    expect(await line.locator('.in-force').innerText()).toMatch(new RegExp(`${figure(more(3))} 户\\s+户数\\.csv.*2025-06\\s+采用`, 'su'));
    expect(await line.innerText()).toContain(figure(communities[3]!.households));
  });

  it('is used: tree and sums follow', async () => {
    await useThem(dialog);
    expect(await listed(page, '户数.csv')).toMatch(/社区表\s+对上 8/u);
    await openPlanTab(page);
    for (const k of [0, 1, 3, 5]) await expect.poll(() => households(page, communities[k]!.name)).toBe(more(k));
    expect(await households(page, all[8]!.name)).toBe(all[8]!.households);
    await expect.poll(() => sum(page)).toBe(all.reduce((total, each) => total + each.households, 0) + communities.reduce((total, _, k) => total + 1000 + k, 0));
  });

  it('is used again when the page is opened again, with what was decided', async () => {
    await expect.poll(() => page.locator('.top').innerText(), { timeout: 20_000 }).toContain('已存本机');
    await page.reload();
    await page.locator(row(1)).waitFor({ timeout: 60_000 });
    await openPlanTab(page);
    for (const k of [1, 3, 5]) await expect.poll(() => households(page, communities[k]!.name)).toBe(more(k));
    const again = await openTablesDialog(page);
    await showStep(again, '对应结果');
    await expect.poll(() => again.locator('.join-summary').innerText()).toContain('对上 8 行：按代码或选定 3，按名称 5');
  });

  it('lies beneath a later table that has two rows for one community, until one is chosen; order decides', async () => {
    const again = page.getByRole('dialog', { name: '加入表格' });
    const { name } = communities[0]!;
    await pasteTable(again, `社区名称\t常住户数\n${name}\t5001\n${name}\t5002`);
    await again.locator('.draft-list li.on', { hasText: '1 处重复' }).waitFor();
    await showStep(again, '对应结果');
    const doubled = again.getByRole('list', { name: '同一社区有几行' });
    expect(await doubled.innerText()).toMatch(/用第 2 行\s+.*5001\s+用第 3 行\s+.*5002/su);
    await doubled.getByRole('button', { name: '用第 3 行' }).click();
    await again.locator('.draft-list li.on', { hasText: '对上 1' }).waitFor();
    await showStep(again, '各表不一致');
    const inForce = again.locator('.conflict-list tbody tr', { hasText: name }).locator('.in-force .value');
    await expect.poll(() => inForce.innerText()).toBe('5,002 户');
    await again.getByRole('button', { name: '“粘贴的表 1.tsv”上移：让其他表覆盖它' }).click();
    await expect.poll(() => inForce.innerText()).toBe(`${figure(more(0))} 户`);
    await again.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => households(page, name)).toBe(more(0));
  });

  it('removed takes its figures back', async () => {
    const again = await openTablesDialog(page);
    expect(await again.locator('footer').innerText()).toContain('去掉一张表，它带来的数据也一并收回');
    await again.getByRole('button', { name: '去掉“户数.csv”' }).click();
    await again.getByRole('button', { name: '全部去掉' }).click();
    await again.waitFor({ state: 'detached' });
    await expect.poll(() => households(page, communities[1]!.name)).toBe(communities[1]!.households);
    await expect.poll(() => sum(page)).toBe(all.reduce((total, each) => total + each.households, 0));
  });

  it('that is no table is refused with the reason', async () => {
    const again = await openTablesDialog(page);
    await again.locator('input[type="file"]').setInputFiles([{ name: '表.csv', mimeType: 'text/csv', buffer: Buffer.from('PK\u0003\u0004不是文本', 'latin1') }]);
    await again.locator('.problem-list').waitFor();
    expect(await again.locator('.draft-list').innerText()).toContain('读不了');
    expect(await again.locator('footer .primary').isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await again.waitFor({ state: 'detached' });
  });

  it('complained of nothing', () => { expect(complaints(opened.errors)).toEqual([]); });
});

async function choose(select: Locator, option: string): Promise<void> {
  await select.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

function figure(value: number): string {
  return value.toLocaleString('en-US');
}

/** Households of all communities, as the sums at the foot have them. */
async function sum(of: Page): Promise<number> {
  // The figures of the line stand without a blank between them.
  return Number(/\d{1,3}(?:,\d{3})*/u.exec(await of.locator('.totals .pair.sum').innerText())?.[0].replaceAll(',', ''));
}
