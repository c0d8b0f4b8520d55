/** J5 on the sample: who reaches a category, a pocket, an isochrone from a click with people counted, a facility proposed, moved and undone; a file that is no network. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undoButton } from './planPage.ts';
import { column, project, row, settled, startWorkbench, type OpenPage, type Workbench } from './workbench.ts';

let workbench: Workbench;
let opened: OpenPage;
let page: Page;
beforeAll(async () => {
  workbench = await startWorkbench();
  opened = await workbench.open('/?e2e&sample=district');
  ({ page } = opened);
  await page.locator(row(1)).waitFor({ timeout: 60_000 });
  await page.getByRole('tab', { name: /^可达/u }).click();
  await page.locator('.reach-row .radio').first().waitFor({ timeout: 90_000 });
  await settled(page);
}, 240_000);
afterAll(async () => { await workbench.close(); });

const number = (text: string) => Number(text.replace(/[^\d.]/gu, ''));
const hint = () => page.locator('.hint-bar').innerText();
const rateOf = async (category: string) => number((await page.locator('.reach-row', { hasText: category }).locator('.num').last().innerText()));
/** People in each band, the nearest first. */
const bands = async () => (await page.locator('.reach-bands tbody td:nth-child(2)').allInnerTexts()).map(number);

describe('walking reach', () => {
  it('tells the rate of a category and ranks the pockets it leaves by people', async () => {
    await page.getByRole('radio', { name: /^托幼 / }).check();
    await expect.poll(hint).toContain('托幼');
    const rate = await rateOf('托幼');
    expect(rate).toBeGreaterThan(0);
    expect(rate).toBeLessThan(100);
    expect(number((await hint()).split('覆盖率')[1]!)).toBe(rate);
    await expect.poll(async () => (await column(page, 3)).length).toBeGreaterThan(0);
    const people = (await column(page, 3)).map(number);
    expect(people).toEqual([...people].sort((a, b) => b - a));
  });

  it('goes to a pocket from the table, by keys too', async () => {
    await page.locator(row(1)).click();
    await page.locator('.right h2', { hasText: '空白片区 1' }).waitFor();
    expect(await page.locator('.right').innerText()).toContain((await column(page, 3))[0]!);
    await page.locator('.bottom [role="grid"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.right h2', { hasText: '空白片区 2' }).waitFor();
  });

  it('counts people within each band from a click, the wider the more', async () => {
    await settled(page);
    const { x, y } = await middle();
    await page.mouse.click(x, y);
    await page.locator('.reach-bands').waitFor();
    const people = await bands();
    expect(people).toHaveLength(3);
    expect(people).toEqual([...people].sort((a, b) => a - b));
    await settled(page);
    expect(await rendered('reach-band')).toBeGreaterThan(0);
    // By time instead: fifteen minutes at 1.2 m/s are 1,080 m, farther than 1,000.
    const before = people.at(-1)!;
    await page.getByRole('radio', { name: '按时间' }).click();
    await expect.poll(() => page.locator('.reach-bands').innerText(), { timeout: 60_000 }).toContain('15 min');
    expect((await bands()).at(-1)!).toBeGreaterThanOrEqual(before);
    await page.getByRole('radio', { name: '按距离' }).click();
    await expect.poll(() => page.locator('.reach-bands').innerText(), { timeout: 60_000 }).toContain('1,000 m');
  });

  it('counts a proposed facility, follows it when it is dragged, and one undo a step takes it back', async () => {
    const before = await rateOf('托幼');
    await page.locator(row(1)).click();
    await page.locator('.right h2', { hasText: '空白片区 1' }).waitFor();
    await page.getByRole('button', { name: '在此拟建：托幼' }).click();
    await page.locator('.reach-gain').waitFor({ timeout: 30_000 });
    await expect.poll(() => rateOf('托幼'), { timeout: 30_000 }).toBeGreaterThan(before);
    const placed = await rateOf('托幼');
    expect(await hint()).toContain(`${before.toFixed(1)} % → ${placed.toFixed(1)} %`);
    expect(number(await page.locator('.reach-gain .reach-figure').first().innerText())).toBeGreaterThan(0);
    expect(await undoButton(page).innerText()).toContain('拟建');

    await settled(page);
    await expect.poll(() => rendered('reach-pin'), { timeout: 20_000 }).toBe(1);
    const place = await page.locator('.right .subtitle').innerText();
    const pin = await project(page, degrees(place));
    await page.mouse.move(pin.x, pin.y - 10);
    await page.mouse.down();
    await page.mouse.move(pin.x + 30, pin.y - 40, { steps: 4 });
    // While it is held the place in the inspector is the hand's.
    await expect.poll(() => page.locator('.right .subtitle').innerText()).not.toBe(place);
    await page.mouse.up();
    await expect.poll(() => undoButton(page).innerText(), { timeout: 20_000 }).toContain('移动拟建');
    await undoButton(page).click();
    await expect.poll(() => page.locator('.right .subtitle').innerText(), { timeout: 20_000 }).toBe(place);
    await undoButton(page).click();
    await expect.poll(() => rateOf('托幼'), { timeout: 20_000 }).toBe(before);
    await expect.poll(() => page.locator('.reach-gain').count()).toBe(0);
  });

  it('finds the best site, and proposing it covers as many as was said', async () => {
    await page.getByRole('button', { name: '求最佳位置' }).click();
    await page.locator('.reach-sites li').waitFor({ timeout: 60_000 });
    const [said, bound] = (await page.locator('.right .reach-gain-row .num').allInnerTexts()).map(number);
    expect(said).toBeGreaterThan(0);
    expect(bound).toBeGreaterThanOrEqual(said!);
    await page.getByRole('button', { name: '全部加入方案（1 处）' }).click();
    await page.locator('.reach-gain').waitFor({ timeout: 30_000 });
    await expect.poll(async () => number(await page.locator('.reach-gain .reach-figure').first().innerText()), { timeout: 20_000 }).toBe(said);
    await undoButton(page).click();
    await expect.poll(() => page.locator('.reach-gain').count(), { timeout: 20_000 }).toBe(0);
  });

  it('says what is wrong with a file that is no network, and goes on with the streets it had', async () => {
    const network = () => page.locator('.reach-network').innerText();
    const before = /[\d,]+ 结点/u.exec(await network())![0];
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '载入路网…' }).click();
    await (await chooser).setFiles({ name: 'half.osm.pbf', mimeType: 'application/octet-stream', buffer: Buffer.from('<osm version="0.6"></osm>') });
    await expect.poll(network, { timeout: 60_000 }).toContain('half.osm.pbf');
    expect(await page.locator('.reach-problems').innerText()).toContain('不能读作路网');
    expect(await network()).toContain(before);
  });

  it('complained of nothing', () => {
    expect(opened.errors).toEqual([]);
  });
});

async function middle(): Promise<{ x: number; y: number }> {
  const box = (await page.locator('.map-canvas').boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 + 20 };
}

function rendered(layer: string): Promise<number> {
  return page.evaluate((name) => (window as unknown as { __sizhiMap: { rendered: (layer: string) => number } }).__sizhiMap.rendered(name), layer);
}

/** 108°57′42.6″E 34°19′08.3″N */
function degrees(text: string): [number, number] {
  const parts = [...text.matchAll(/(\d+)°(\d+)′([\d.]+)″/gu)].map(([, whole, minutes, seconds]) => Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600);
  return [parts[0]!, parts[1]!];
}
