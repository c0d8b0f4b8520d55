/** The dialog of tables and what the page tells of them: what a person finds, does and reads there. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { row, withoutWebGl, type Workbench, type OpenPage } from './workbench.ts';

export interface SampleRow { name: string; subdistrict: string; households: number; rooms: number }

/** The sample's communities, by its own file. */
export function sampleRows(): SampleRow[] {
  const { features } = JSON.parse(readFileSync('data/sample/communities.geojson', 'utf8')) as { features: { properties: Record<string, unknown> }[] };
  return features.map(({ properties }) => ({ name: String(properties['社区名称']), subdistrict: String(properties['街道']), households: Number(properties['常住户数']), rooms: Number(properties['用房面积']) }));
}

/** Without its map, which tables have nothing to do with. */
export async function openSamplePage(workbench: Workbench): Promise<OpenPage> {
  const opened = await workbench.open('/?e2e&sample=district', withoutWebGl);
  await opened.page.locator(row(1)).waitFor({ timeout: 60_000 });
  return opened;
}

export async function openTablesDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '加入表格…' }).click({ timeout: 45_000 });
  const dialog = page.getByRole('dialog', { name: '加入表格' });
  await dialog.waitFor({ timeout: 45_000 });
  return dialog;
}

export async function giveTable(dialog: Locator, name: string, content: string | Uint8Array): Promise<void> {
  await dialog.locator('input[type="file"]').setInputFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(content as Uint8Array) }]);
  await dialog.locator('.draft-list li.on', { hasText: name }).waitFor();
}

export async function pasteTable(dialog: Locator, text: string): Promise<void> {
  await dialog.getByRole('button', { name: '粘贴单元格…' }).click();
  await dialog.getByLabel('在 Excel 或 WPS 中连同表头复制，粘贴到这里').fill(text);
  await dialog.getByRole('button', { name: '读入' }).click();
}

export async function showStep(dialog: Locator, step: '内容与各列' | '对应结果' | '各表不一致'): Promise<void> {
  await dialog.getByRole('radio', { name: new RegExp(`^${step}`, 'u') }).click();
}

export async function useThem(dialog: Locator): Promise<void> {
  await dialog.locator('footer .primary').click();
  await dialog.waitFor({ state: 'detached', timeout: 30_000 });
}

/** What the list in 数据 tells of a table. */
export function listed(page: Page, table: string): Promise<string> {
  return page.locator('.table-list li', { hasText: table }).innerText();
}

export async function openPlanTab(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^方案/u }).click();
  await page.locator('.totals .pair.sum').waitFor({ timeout: 45_000 });
}
