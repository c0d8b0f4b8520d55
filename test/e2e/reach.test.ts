/** J5 on the sample: who reaches a category, a pocket, an isochrone from a click with people counted, a facility proposed, moved and undone; a file that is no network; a word mapped, a gate set and removed. */
import { readFileSync } from 'node:fs';
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

  it('finds the best two sites and has them proved by the exact solver; proposing one covers as many as was said, and is undone', async () => {
    await page.getByLabel('新设处数').fill('2');
    await page.getByLabel('新设处数').press('Enter');
    await page.locator('.reach-find').getByRole('button', { name: '求最佳位置' }).click();
    await expect.poll(() => page.locator('.reach-sites li').count(), { timeout: 60_000 }).toBe(2);
    const [said, bound] = (await page.locator('.siting-proof .reach-gain-row .num').allInnerTexts()).map(number);
    expect(said).toBeGreaterThan(0);
    expect(bound).toBe(said);
    const proof = await page.locator('.siting-proof').innerText();
    expect(proof).toContain('差距 0 %');
    expect(proof).toContain('已由精确求解器证明');
    const gains = (await page.locator('.reach-sites .reach-site .num').allInnerTexts()).map(number);
    expect(gains[0]! + gains[1]!).toBe(said);
    await page.getByRole('button', { name: '在 A 拟建' }).click();
    await page.locator('.reach-gain').waitFor({ timeout: 30_000 });
    await expect.poll(async () => number(await page.locator('.reach-gain .reach-figure').first().innerText()), { timeout: 20_000 }).toBe(gains[0]);
    await undoButton(page).click();
    await expect.poll(() => page.locator('.reach-gain').count(), { timeout: 20_000 }).toBe(0);
    // The solver came with the page.
    expect(opened.requests.filter((address) => address.endsWith('.wasm'))).toHaveLength(1);
    expect(opened.requests.filter((address) => !address.startsWith(workbench.origin))).toEqual([]);
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

  it('counts a word that no category knew once it is mapped; a gate set by hand stands in a list, and goes again', async () => {
    const places = async () => number((await page.locator('.reach-row', { hasText: '快递' }).locator('.num').first().innerText()));
    const [before, gates] = [await places(), await gateCount()];
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '载入设施…' }).click();
    await (await chooser).setFiles({ name: '小站.csv', mimeType: 'text/csv', buffer: Buffer.from('名称,类别,经度,纬度\n甲点（虚构）,邻里小站,108.95,34.33\n') });
    await expect.poll(() => page.locator('.reach-network').innerText(), { timeout: 60_000 }).toContain('1 个没有对应（1 处未计入）');
    await page.locator('.reach-network').getByRole('button', { name: '对应…' }).click();
    await page.getByRole('combobox', { name: '“邻里小站”算作' }).click();
    await page.getByRole('option', { name: /^快递/u }).click();
    await expect.poll(() => page.getByRole('dialog').innerText(), { timeout: 60_000 }).toContain('文件中的词都有对应的类别');
    await page.keyboard.press('Escape');
    await expect.poll(places).toBe(before + 1);

    await page.getByRole('radio', { name: /^小区/u }).click();
    await page.locator(row(1)).dblclick();
    const home = (await column(page, 1))[0]!;
    await settled(page);
    await page.getByRole('button', { name: /^设大门/u }).click();
    const wall = await project(page, wallOf(home));
    await page.mouse.click(wall.x, wall.y);
    await page.locator('.own-gates li').waitFor({ timeout: 60_000 });
    expect(await page.locator('.own-gates').innerText()).toContain(home);
    await expect.poll(gateCount).toBe(gates + 1);
    await page.getByRole('button', { name: `移除 大门 1（${home}）` }).click();
    await expect.poll(() => page.locator('.own-gates').count(), { timeout: 60_000 }).toBe(0);
    await expect.poll(gateCount, { timeout: 60_000 }).toBe(gates);
  });

  it('draws the gain map with its classes in people, lists the best places for the keyboard, and takes it off', async () => {
    await page.getByRole('button', { name: '增益图', exact: true }).click();
    await page.locator('.right .reach-sites li').first().waitFor({ timeout: 60_000 });
    await expect.poll(() => rendered('reach-gain'), { timeout: 30_000 }).toBeGreaterThan(0);
    const first = page.locator('.right .reach-site').first();
    const people = number(await first.locator('.num').innerText());
    await first.focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => number(await page.locator('.right .reach-figure').innerText())).toBe(people);
    // Folded where the window is low.
    await page.getByRole('button', { name: '展开图例' }).click();
    expect(await page.locator('.legend').innerText()).toContain(people.toLocaleString('en'));
    await page.getByRole('button', { name: '关闭增益图' }).click();
    await expect.poll(() => rendered('reach-gain'), { timeout: 20_000 }).toBe(0);
  });

  it('complained of nothing', () => {
    expect(opened.errors).toEqual([]);
  });
});

const gateCount = async () => number(/([\d,]+) 处大门/u.exec(await page.locator('.left').innerText())![1]!);

/** On the wall of a compound of the sample, as far from its known gates as may be: one set there is another. */
function wallOf(compound: string): [number, number] {
  const sample = (name: string) => (JSON.parse(readFileSync(`data/sample/${name}.geojson`, 'utf8')) as { features: { properties: { name: string }; geometry: { coordinates: unknown } }[] }).features;
  const gates = sample('gates').map(({ geometry }) => geometry.coordinates as [number, number]);
  const [ring] = sample('compounds').find(({ properties }) => properties.name === compound)!.geometry.coordinates as [[number, number][]];
  const middles = ring.slice(1).map(([x, y], k): [number, number] => [(x + ring[k]![0]) / 2, (y + ring[k]![1]) / 2]);
  const room = ([x, y]: [number, number]) => Math.min(...gates.map(([lng, lat]) => Math.hypot(lng - x, lat - y)));
  return middles.sort((a, b) => room(b) - room(a))[0]!;
}

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
