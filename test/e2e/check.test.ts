/** Journey 1, the check: load, list, filter, select, accept, take away. */
import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { column, openChecked, project, row, settled, startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
beforeAll(async () => { workbench = await startWorkbench(); });
afterAll(async () => { await workbench.close(); });

describe('the check of the sample with planted defects', () => {
  it('lists the defects and filters them by class', async () => {
    const { page, errors } = await openChecked(workbench);
    const classes = await column(page, 2);
    expect(classes.length).toBeGreaterThan(10);
    expect(classes).toContain('重复面');

    await page.getByRole('checkbox', { name: /重复面/ }).uncheck();
    await expect.poll(() => column(page, 2)).not.toContain('重复面');

    await page.getByRole('searchbox', { name: '社区或类别' }).fill('面间重叠');
    await expect.poll(async () => new Set(await column(page, 2))).toEqual(new Set(['面间重叠']));
    await page.getByRole('columnheader', { name: /面积/ }).getByRole('button').click();
    const areas = (await column(page, 7)).map((text) => Number(text.replaceAll(',', '')));
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
    expect(errors).toEqual([]);
  });

  it('goes from row to map and inspector, and from map to row', async () => {
    const { page } = await openChecked(workbench);
    await page.getByRole('searchbox', { name: '社区或类别' }).fill('面内空洞');
    await page.locator(row(1)).click();
    await expect.poll(() => page.locator('.right h2').innerText()).toContain('面内空洞');
    expect(await page.locator(row(1)).getAttribute('aria-selected')).toBe('true');
    await page.locator('svg.inset path').first().waitFor();
    await settled(page);
    const zoomed = await page.locator('.status').innerText();
    expect(Number(/1 : ([\d,]+)/.exec(zoomed)![1]!.replaceAll(',', ''))).toBeLessThan(5000);

    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.right h2').count()).toBe(0);
    const hole = planted('hole');
    const { x, y } = await project(page, hole);
    await page.mouse.click(x, y);
    await expect.poll(() => page.locator('.right h2').innerText()).toContain('面内空洞');
    expect(await page.locator(row(1)).getAttribute('aria-selected')).toBe('true');
  });

  it('walks the table by keyboard', async () => {
    const { page } = await openChecked(workbench);
    await page.keyboard.press('F6');
    expect(await page.getByRole('grid').count()).toBe(0);
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
    await page.keyboard.press('Escape');
    await page.locator('body').click({ position: { x: 600, y: 20 } });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('declares a hole to be water and accepts a gap with a reason; both survive a reload', async () => {
    const { page } = await openChecked(workbench);
    const open = await openCount(page);
    await page.getByRole('searchbox', { name: '社区或类别' }).fill('面内空洞');
    await page.locator(row(1)).click();
    await page.getByRole('radio', { name: '声明为无社区用地' }).click();
    const declare = page.getByRole('button', { name: /^声明（/ });
    expect(await declare.isDisabled()).toBe(true);
    await page.getByRole('combobox', { name: '用地种类' }).click();
    await page.getByRole('option', { name: '水面' }).click();
    await page.getByLabel('责任人').fill('区划地名科');
    await page.getByRole('button', { name: '声明', exact: true }).click();
    await expect.poll(() => openCount(page)).toBe(open - 1);

    await page.getByRole('searchbox', { name: '社区或类别' }).fill('面间缝隙');
    await page.locator(row(1)).click();
    await page.getByRole('combobox', { name: '原因' }).click();
    await page.getByRole('option', { name: '在测绘精度以内' }).click();
    await page.getByRole('button', { name: '认可', exact: true }).click();
    await expect.poll(() => openCount(page)).toBe(open - 2);
    expect(await page.getByRole('button', { name: '签署检查结论' }).isDisabled()).toBe(true);
    expect(await page.locator('#sign-reason').innerText()).toContain(`${open - 2} 处`);

    await page.getByText('处理意见已存本机').waitFor();
    await page.reload();
    await page.locator(row(1)).waitFor();
    expect(await openCount(page)).toBe(open - 2);
    await page.getByRole('radio', { name: /^已认可 2/ }).click();
    expect((await column(page, 10)).sort()).toEqual(['已声明', '已认可']);
    await page.locator(row(1)).click();
    await page.getByRole('button', { name: /^撤回/ }).click();
    await expect.poll(() => openCount(page)).toBe(open - 1);
  });

  it('saves the findings as GeoJSON and as a table for Excel', async () => {
    const { page } = await openChecked(workbench);
    const [geojson] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'GeoJSON' }).click()]);
    const found = JSON.parse((await bytesOf(geojson)).toString('utf8')) as { features: { properties: { class: string } }[] };
    expect(geojson.suggestedFilename()).toMatch(/^缺陷清单_.+\.geojson$/);
    expect(found.features.length).toBe(await allCount(page));
    expect(found.features.map((feature) => feature.properties.class)).toContain('G4');

    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    const text = (await bytesOf(csv)).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.trimEnd().split('\r\n').length).toBe(found.features.length + 1);
  });

  it('speaks English at a switch, and remembers', async () => {
    const { page } = await openChecked(workbench);
    await page.getByRole('button', { name: /English/ }).click();
    await page.getByRole('tab', { name: /^Check/ }).waitFor();
    expect(await page.locator('.status').innerText()).toContain('All data stays on this computer');
    expect(await column(page, 2)).toContain('Duplicate unit');
    // Only names and codes from the data are Chinese now.
    expect(await page.locator('.left .conclusion').innerText()).not.toMatch(/\p{Script=Han}/u);
    await page.reload();
    await page.getByRole('tab', { name: /^Check/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  it('asks another method, and can stop it', async () => {
    const { page, errors } = await openChecked(workbench);
    await page.getByRole('button', { name: '复核', exact: true }).click();
    const bar = page.locator('.left [role="progressbar"]');
    await bar.waitFor();
    await page.locator('.left').getByRole('button', { name: '取消' }).click();
    await bar.waitFor({ state: 'detached' });
    expect(await page.getByText('另法复核一致').count()).toBe(0);

    await page.getByRole('button', { name: '复核', exact: true }).click();
    await page.locator('.left .scroll').getByText('另法复核一致').waitFor({ timeout: 45_000 });
    expect(errors).toEqual([]);
  });
});

function planted(kind: string): [number, number] {
  const { planted: list } = JSON.parse(readFileSync('data/sample/planted.json', 'utf8')) as { planted: { kind: string; location: [number, number] }[] };
  return list.find((each) => each.kind === kind)!.location;
}

type Page = Awaited<ReturnType<typeof openChecked>>['page'];

async function openCount(page: Page): Promise<number> {
  return Number(/(\d+)/.exec(await page.getByRole('radio', { name: /^待处理/ }).innerText())![1]);
}

async function allCount(page: Page): Promise<number> {
  return Number(/(\d+)/.exec(await page.getByRole('radio', { name: /^全部/ }).innerText())![1]);
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}
