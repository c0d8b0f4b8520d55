/** Journey 1, the check: load, list, filter, select, accept, take away. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { count, look } from './pixels.ts';
import { column, project, row, settled, startWorkbench, type OpenPage, type Workbench } from './workbench.ts';

let workbench: Workbench;
let opened: OpenPage;
let page: Page;
beforeAll(async () => {
  workbench = await startWorkbench();
  // One page for the whole journey: drawing its map is what takes long.
  opened = await workbench.open('/?e2e&sample=district-defects');
  ({ page } = opened);
  await page.locator(row(1)).waitFor();
  await settled(page);
});
afterAll(async () => { await workbench.close(); });

/** All defects in the table, nothing selected. */
beforeEach(async () => {
  await page.keyboard.press('Escape');
  await page.locator('.bottom input[type="search"]').fill('');
  await page.locator('.bottom .pill').nth(2).click();
});

describe('the check of the sample with planted defects', () => {
  it('shows gaps orange and overlaps plum at the scale of the whole district', async () => {
    const box = (await page.locator('.map').boundingBox())!;
    // Beyond the legend, which shows the same colours.
    const clip = { x: box.x + 180, y: box.y + 48, width: box.width - 240, height: box.height - 60 };
    const seen = await look(page, clip);
    expect(count(seen, isOrange)).toBeGreaterThan(150);
    expect(count(seen, isPlum)).toBeGreaterThan(150);
    const all = page.getByRole('checkbox', { name: '全部类别' });
    await all.uncheck();
    await expect.poll(async () => count(await look(page, clip), isOrange), { timeout: 30_000 }).toBe(0);
    await all.check();
  });

  it('lists the defects, filters them by class and sorts them', async () => {
    // 规模, as communities have it, stood here once.
    await page.getByRole('columnheader', { name: '类别' }).waitFor();
    const classes = await column(page, 2);
    expect(classes.length).toBeGreaterThan(10);
    expect(classes).toContain('重复面');

    const box = page.getByRole('checkbox', { name: /重复面/ });
    await box.uncheck();
    await expect.poll(() => column(page, 2)).not.toContain('重复面');
    await box.check();

    await search().fill('面间重叠');
    await expect.poll(async () => new Set(await column(page, 2))).toEqual(new Set(['面间重叠']));
    const head = page.getByRole('columnheader', { name: /面积/ });
    await head.getByRole('button').click();
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending');
    const areas = (await column(page, 7)).map((text) => Number(text.replaceAll(',', '')));
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
    await page.getByRole('columnheader', { name: /^号/ }).getByRole('button').click();
  });

  it('tells the whole of a cell that is cut', async () => {
    const cut = await page.locator('.bottom [role="gridcell"]').evaluateAll((cells) => cells.findIndex((cell) => cell.scrollWidth > cell.clientWidth));
    expect(cut).toBeGreaterThanOrEqual(0);
    const cell = page.locator('.bottom [role="gridcell"]').nth(cut);
    await cell.hover();
    expect(await cell.getAttribute('title')).toBe(await cell.evaluate((each) => each.textContent));
  });

  it('goes from row to map and inspector, and from map to row', async () => {
    await search().fill('面内空洞');
    await page.locator(row(1)).click();
    await expect.poll(title).toContain('面内空洞');
    expect(await page.locator(row(1)).getAttribute('aria-selected')).toBe('true');
    await page.locator('svg.inset > g path').first().waitFor();
    await settled(page);
    const [, scale] = /1 : ([\d,]+)/.exec(await page.locator('.status').innerText())!;
    expect(Number(scale!.replaceAll(',', ''))).toBeLessThan(5000);

    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.right h2').count()).toBe(0);
    const { x, y } = await project(page, planted('hole'));
    await page.mouse.click(x, y);
    await expect.poll(title).toContain('面内空洞');
    expect(await page.locator(row(1)).getAttribute('aria-selected')).toBe('true');
  });

  it('walks the table by keyboard', async () => {
    await page.keyboard.press('F6');
    await expect.poll(() => page.getByRole('grid').count()).toBe(0);
    await page.keyboard.press('F6');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(row(2)).getAttribute('aria-selected')).toBe('true');
    const before = await page.locator('.status').innerText();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.status').innerText()).not.toBe(before);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('社区或类别');
    await page.locator('.top h1').click();
    await page.getByRole('tab', { name: /检查/ }).focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('saves the findings as GeoJSON and as a table for Excel', async () => {
    const [geojson] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'GeoJSON' }).click()]);
    const found = JSON.parse((await bytesOf(geojson)).toString('utf8')) as { features: { properties: { class: string } }[] };
    expect(geojson.suggestedFilename()).toMatch(/^缺陷清单_.+\.geojson$/);
    expect(found.features.length).toBe(await pillCount(/^全部/));
    expect(found.features.map((feature) => feature.properties.class)).toContain('G4');

    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    const text = (await bytesOf(csv)).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.trimEnd().split('\r\n').length).toBe(found.features.length + 1);
  });

  it('asks another method, and can stop it', async () => {
    await page.getByRole('button', { name: '复核', exact: true }).click();
    const bar = page.locator('.left [role="progressbar"]');
    await bar.waitFor();
    await page.locator('.left').getByRole('button', { name: '取消' }).click();
    await bar.waitFor({ state: 'detached' });
    expect(await page.getByText('另法复核一致').count()).toBe(0);

    await page.getByRole('button', { name: '复核', exact: true }).click();
    await page.locator('.left .scroll').getByText('另法复核一致', { exact: true }).waitFor({ timeout: 60_000 });
  });

  it('declares a hole to be water and accepts a gap with a reason', async () => {
    const open = await pillCount(/^待处理/);
    await search().fill('面内空洞');
    await page.locator(row(1)).click();
    await page.getByRole('radio', { name: '声明为无社区用地' }).click();
    expect(await page.getByRole('button', { name: /^声明（/ }).isDisabled()).toBe(true);
    await page.getByRole('combobox', { name: '用地种类' }).click();
    await page.getByRole('option', { name: '水面' }).click();
    await page.getByLabel('责任人').fill('区划地名科');
    await page.getByRole('button', { name: '声明', exact: true }).click();
    await expect.poll(() => pillCount(/^待处理/)).toBe(open - 1);

    await search().fill('面间缝隙');
    await page.locator(row(1)).click();
    await page.getByRole('combobox', { name: '原因' }).click();
    await page.getByRole('option', { name: '在测绘精度以内' }).click();
    await page.getByRole('button', { name: '认可', exact: true }).click();
    await expect.poll(() => pillCount(/^待处理/)).toBe(open - 2);
    expect(await page.getByRole('button', { name: '签署检查结论' }).isDisabled()).toBe(true);
    expect(await page.locator('#sign-reason').innerText()).toContain(`${open - 2} 处`);
    await page.getByText(/^已存本机/).waitFor();
  });

  it('speaks English at a switch', async () => {
    await page.getByRole('button', { name: /English/ }).click();
    await page.getByRole('tab', { name: /^Check/ }).waitFor();
    expect(await page.locator('.status').innerText()).toContain('All data stays on this computer');
    await expect.poll(() => column(page, 2)).toContain('Duplicate unit');
    expect((await page.locator('.left .conclusion').allInnerTexts()).join()).not.toMatch(/\p{Script=Han}/u);
  });

  it('remembers language and decisions over a reload, and takes one back', async () => {
    const open = await pillCount(/^Open/);
    await page.reload();
    await page.locator(row(1)).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await pillCount(/^Open/)).toBe(open);
    await page.getByRole('radio', { name: /^Accepted 2/ }).click();
    await expect.poll(async () => (await page.locator('.bottom [role="row"] .verdict').allInnerTexts()).sort()).toEqual(['Accepted', 'Declared']);
    await page.locator(row(1)).click();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await expect.poll(() => pillCount(/^Open/)).toBe(open + 1);
  });

  it('asked nothing of any other origin, and complained of nothing', () => {
    expect(opened.requests.length).toBeGreaterThan(3);
    expect(opened.requests.filter((url) => !url.startsWith(workbench.origin))).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});

const isOrange = (red: number, green: number, blue: number) => red > 170 && green > 50 && green < 120 && blue < 60;
const isPlum = (red: number, green: number, blue: number) => red > 120 && red < 190 && green < 110 && blue > 110;

const search = () => page.locator('.bottom input[type="search"]');
const title = () => page.locator('.right h2').innerText();

async function pillCount(name: RegExp): Promise<number> {
  return Number(/(\d+)/.exec(await page.getByRole('radio', { name }).innerText())![1]);
}

function planted(kind: string): [number, number] {
  const { planted: list } = JSON.parse(readFileSync('data/sample/planted.json', 'utf8')) as { planted: { kind: string; location: [number, number] }[] };
  return list.find((each) => each.kind === kind)!.location;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}
