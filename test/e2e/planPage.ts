/** The page with 方案 open: what a person finds, does and reads there. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { At } from './adjoining.ts';
import { project, row, settled, type OpenPage, type Workbench } from './workbench.ts';

export async function openPlanPage(workbench: Workbench, sample: 'district' | 'district-defects'): Promise<OpenPage> {
  const opened = await workbench.open(`/?e2e&sample=${sample}`);
  await opened.page.locator(row(1)).waitFor({ timeout: 60_000 });
  await settled(opened.page);
  await opened.page.getByRole('tab', { name: /^方案/ }).click();
  await opened.page.locator('.segments').waitFor({ timeout: 45_000 });
  return opened;
}

export const undoButton = (page: Page) => page.locator('.top .tool.step').first();
export const undoable = (page: Page) => undoButton(page).isEnabled();
export const total = (page: Page) => page.locator('.totals .pair.sum').innerText();

/** The last step as it is called: 改界 溯滩—桂台. */
export async function lastStep(page: Page): Promise<string> {
  return (await undoButton(page).innerText()).replace(/^\s*撤销\s*/u, '').replace(/\s+/gu, ' ').trim();
}

export async function focusMap(page: Page): Promise<void> {
  await page.locator('.map-canvas canvas').first().focus();
}

/** Selects a community through the tree's search; with `add`, beside what is selected. */
export async function find(page: Page, name: string, add = false): Promise<void> {
  const search = page.locator('.left input[type="search"]');
  await search.fill(name);
  await page.locator('.tree [role="treeitem"]', { hasText: name }).last().click(add ? { modifiers: ['Shift'] } : {});
  await search.fill('');
  await settled(page);
}

/** Households as the tree shows them; null: no such community. */
export async function households(page: Page, name: string): Promise<number | null> {
  const search = page.locator('.left input[type="search"]');
  await search.fill(name);
  const text = await page.locator('.tree [role="treeitem"]', { hasText: name }).allInnerTexts();
  await search.fill('');
  const figure = /([\d,]+)\D*$/u.exec(text.at(-1) ?? '');
  return figure ? Number(figure[1]!.replace(/,/gu, '')) : null;
}

/** Square metres of what is selected, as the inspector tells them. */
export async function selectedArea(page: Page): Promise<number> {
  const text = await page.locator('.right').innerText();
  return Number(/([\d,.]+) m²\s+(?:· )?[\d,.]+ 亩/u.exec(text)![1]!.replace(/,/gu, ''));
}

/** Departures from the rule are asked about: they stay open here. */
export async function goOn(page: Page, step: string): Promise<void> {
  const on = page.getByRole('button', { name: '继续，暂不声明' });
  await expect.poll(async () => await on.count() > 0 || await lastStep(page) === step, { timeout: 20_000 }).toBe(true);
  if (await on.count() > 0) await on.click();
  await expect.poll(() => lastStep(page), { timeout: 20_000 }).toBe(step);
}

/** Opens the menu of the table's bar by keyboard and takes an item of it; one with an ellipsis opens a dialog. */
export async function act(page: Page, item: string): Promise<void> {
  await page.locator('.bottom').getByRole('button', { name: '更多操作' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: new RegExp(`^${item}`, 'u') }).click();
  if (item.endsWith('…')) await page.getByRole('dialog').waitFor();
}

export async function undoAll(page: Page): Promise<void> {
  while (await page.getByRole('dialog').count() > 0) await page.keyboard.press('Escape');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  while (await undoable(page)) {
    const before = await page.locator('.tasks').getByText(/第 \d+ 步/u).innerText();
    await undoButton(page).click();
    await expect.poll(() => page.locator('.tasks').getByText(/第 \d+ 步/u).innerText()).not.toBe(before);
  }
}

export async function hover(page: Page, at: At): Promise<{ x: number; y: number }> {
  const place = await project(page, at);
  await page.mouse.move(place.x, place.y, { steps: 2 });
  return place;
}

export async function click(page: Page, at: At): Promise<void> {
  const { x, y } = await hover(page, at);
  await page.mouse.click(x, y);
}

/** Waits until the keyboard is there: an id, an accessible name or a tag. */
export async function expectFocus(page: Page, where: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => [document.activeElement?.id, document.activeElement?.getAttribute('aria-label'), document.activeElement?.tagName])).toContain(where);
}
