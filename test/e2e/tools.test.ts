/** The tools of 方案 with a pointer: vertices added and deleted, a new stretch that snaps, compounds painted, ground cut and given away, an outline carved out. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { adjoining, between, boundsOf, compoundsOf, householdsOf, type At } from './adjoining.ts';
import { click, expectFocus, find, focusMap, goOn, households, hover, lastStep, openPlanPage, selectedArea, total, undoAll, undoButton } from './planPage.ts';
import { project, startWorkbench, type OpenPage, type Workbench } from './workbench.ts';

const { a, b, vertex, before, behind, middle } = adjoining();
const short = (name: string) => name.replace(/社区$/u, '');
const reshaped = `改界 ${short(a)}—${short(b)}`;

let workbench: Workbench;
let opened: OpenPage;
let page: OpenPage['page'];
beforeAll(async () => {
  workbench = await startWorkbench();
  opened = await openPlanPage(workbench, 'district');
  ({ page } = opened);
}, 120_000);
afterAll(async () => { await workbench.close(); });
afterEach(async () => { await undoAll(page); });

describe('a boundary in hand', () => {
  it('gains a vertex at the middle of an edge and loses it by Delete: areas go over and come back', async () => {
    const [areaA, areaB] = [await areaOf(a), await areaOf(b)];
    await takeBoundary();
    await page.keyboard.press('s');
    const from = await hover(page, between(vertex, behind, 0.5));
    await page.mouse.down();
    await page.mouse.move(from.x + 12, from.y + 14, { steps: 4 });
    await page.locator('.draft-card:not(.refused)').waitFor();
    await page.mouse.up();
    await goOn(page, reshaped);
    const grown = await areaOf(a) - areaA;
    expect(Math.abs(grown)).toBeGreaterThan(50);
    expect(await areaOf(b) - areaB).toBeCloseTo(-grown, 0);
    expect((await households(page, a))! + (await households(page, b))!).toBe(householdsOf(a) + householdsOf(b));

    await takeBoundary();
    const there = await project(page, between(vertex, behind, 0.5));
    await page.mouse.click(there.x + 12, there.y + 14);
    await expect.poll(() => page.locator('.hints [role="status"]').last().innerText()).toMatch(/：顶点。/u);
    await page.keyboard.press('Delete');
    await expect.poll(() => page.getByText('第 2 步，共 2 步').count()).toBeGreaterThan(0);
    await expect.poll(() => areaOf(a)).toBeCloseTo(areaA, 1);
    await focusMap(page);
    await page.keyboard.press('s');
  }, 90_000);

  it('is drawn anew between two of its vertices, to which the line snaps', async () => {
    const [areaA, areaB] = [await areaOf(a), await areaOf(b)];
    await takeBoundary();
    await page.getByRole('button', { name: '重画一段' }).click();
    await hover(page, before);
    await page.getByText('吸附 顶点').waitFor();
    await click(page, before);
    const [p, q] = [await project(page, before), await project(page, behind)];
    const length = Math.hypot(q.x - p.x, q.y - p.y);
    await page.mouse.click((p.x + q.x) / 2 - ((q.y - p.y) / length) * 24, (p.y + q.y) / 2 + ((q.x - p.x) / length) * 24);
    // Beside the vertex, not on it.
    await page.mouse.move(q.x + 4, q.y + 3, { steps: 2 });
    await page.getByText('吸附 顶点').waitFor();
    await page.mouse.dblclick(q.x + 4, q.y + 3);
    await goOn(page, reshaped);
    const grown = await areaOf(a) - areaA;
    expect(Math.abs(grown)).toBeGreaterThan(100);
    expect(await areaOf(b) - areaB).toBeCloseTo(-grown, 0);
    await undoButton(page).click();
    await expect.poll(() => areaOf(a)).toBe(areaA);
  }, 90_000);
});

describe('ground that changes hands', () => {
  it('is painted by compounds with all their households', async () => {
    const [compound] = compoundsOf(a).sort((p, q) => p.at[1] - q.at[1]);
    const sum = await total(page);
    await find(page, b);
    await focusMap(page);
    await page.keyboard.press('b');
    await page.getByRole('radio', { name: '小区', exact: true }).click();
    await find(page, a);
    await click(page, compound!.at);
    await page.getByText(`已选 1 块，${compound!.households} 户`).waitFor();
    await focusMap(page);
    await page.keyboard.press('Enter');
    await goOn(page, `划归 ${short(a)}—${short(b)}`);
    expect(await households(page, a)).toBe(householdsOf(a) - compound!.households);
    expect(await households(page, b)).toBe(householdsOf(b) + compound!.households);
    expect(await total(page)).toBe(sum);
    await undoButton(page).click();
    await expect.poll(() => households(page, a)).toBe(householdsOf(a));
  }, 60_000);

  it('is collected by a box, let go by Esc, and painted by one quick stroke over two compounds', async () => {
    const compounds = compoundsOf(a);
    const sum = await total(page);
    await find(page, b);
    await focusMap(page);
    await page.keyboard.press('b');
    await page.getByRole('radio', { name: '小区', exact: true }).click();
    await find(page, a);
    const places = await Promise.all(compounds.map(({ at }) => project(page, at)));
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    await page.keyboard.down('Shift');
    await page.mouse.move(Math.min(...xs) - 2, Math.min(...ys) - 2);
    await page.mouse.down();
    await page.mouse.move(Math.max(...xs) + 2, Math.max(...ys) + 2, { steps: 2 });
    await page.locator('.brush-box').waitFor();
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect.poll(picked).toBeGreaterThanOrEqual(compounds.length);
    expect(await page.locator('.brush-box').count()).toBe(0);
    await focusMap(page);
    await page.keyboard.press('Escape');
    await expect.poll(picked).toBe(0);
    expect(await lastStep(page)).toBe('');

    const [one, other] = nearestPair(compounds);
    const [from, to] = [await hover(page, one.at), await project(page, other.at)];
    await page.mouse.down();
    await page.mouse.move(to.x, to.y);
    await expect.poll(picked).toBeGreaterThanOrEqual(2);
    expect(from).not.toEqual(to);
    await page.mouse.up();
    await goOn(page, `划归 ${short(a)}—${short(b)}`);
    const [inA, inB] = [(await households(page, a))!, (await households(page, b))!];
    expect(inB).toBeGreaterThanOrEqual(householdsOf(b) + one.households + other.households);
    expect(inA + inB).toBe(householdsOf(a) + householdsOf(b));
    expect(await total(page)).toBe(sum);
  }, 60_000);

  it('is cut by a line that gives nothing away, and then given as a face', async () => {
    const [west, south, east, north] = boundsOf(a);
    const at = (x: number, y: number): At => [west + (east - west) * x, south + (north - south) * y];
    await find(page, a);
    await focusMap(page);
    await page.keyboard.press('x');
    await click(page, at(0.35, 0.02));
    await click(page, at(0.2, 0.5));
    await page.getByText('2 个点').waitFor();
    await page.keyboard.press('Backspace');
    await page.getByText('1 个点').waitFor();
    await click(page, at(0.62, 0.99));
    await page.getByText('2 个点').waitFor();
    await page.getByText('归属、户数、面积都不变').waitFor();
    await page.keyboard.press('Enter');
    await goOn(page, `切线 ${short(a)}`);
    expect(await households(page, a)).toBe(householdsOf(a));
    // Nobody's ground has changed, neither here nor beyond the lines that it ends at.
    expect(await page.getByRole('radio', { name: /^有变化/u }).first().innerText()).toContain('0');

    await find(page, b);
    await focusMap(page);
    await page.keyboard.press('b');
    await page.getByRole('radio', { name: '地块', exact: true }).click();
    await find(page, a);
    await click(page, at(0.15, 0.3));
    await page.getByText('已选 1 块').waitFor();
    await focusMap(page);
    await page.keyboard.press('Enter');
    await goOn(page, `划归 ${short(a)}—${short(b)}`);
    const [inA, inB] = [(await households(page, a))!, (await households(page, b))!];
    expect(inA).toBeLessThan(householdsOf(a));
    expect(inA + inB).toBe(householdsOf(a) + householdsOf(b));
  }, 90_000);

  it('is carved out by an outline, and what was drawn is named', async () => {
    const [west, south, east, north] = boundsOf(a);
    const at = (x: number, y: number): At => [west + (east - west) * x, south + (north - south) * y];
    await find(page, a);
    await page.getByRole('button', { name: '分出', exact: true }).click();
    await page.getByRole('radio', { name: '圈范围' }).click();
    // The bar with the switch has gone; the keys are the map's.
    await expectFocus(page, 'CANVAS');
    for (const corner of [at(0.62, 0.4), at(0.9, 0.42), at(0.88, 0.66), at(0.6, 0.64)]) await click(page, corner);
    await page.getByText('4 个点').waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: new RegExp(`从 ${a} 分出`, 'u') });
    await dialog.waitFor();
    await expectFocus(page, 'part-0');
    await page.keyboard.type('圈出社区');
    await dialog.locator('.draft-sides').waitFor();
    await page.keyboard.press('Enter');
    await goOn(page, `分出 ${short(a)}—圈出`);
    const [left, made] = [(await households(page, a))!, (await households(page, '圈出社区'))!];
    expect(made).toBeGreaterThan(0);
    expect(left + made).toBe(householdsOf(a));
    await undoButton(page).click();
    await expect.poll(() => households(page, '圈出社区')).toBe(null);
    expect(await lastStep(page)).toBe('');
  }, 60_000);
});

it('complained of nothing', () => { expect(opened.errors).toEqual([]); });

/** Pieces collected, as the bar over the map tells them. */
async function picked(): Promise<number> {
  return Number(/已选 ([\d,]+) 块/u.exec(await page.locator('.hints').innerText())?.[1]?.replace(/,/gu, '') ?? 0);
}

type Compound = ReturnType<typeof compoundsOf>[number];

function nearestPair(compounds: readonly Compound[]): [Compound, Compound] {
  const pairs = compounds.flatMap((p, k) => compounds.slice(k + 1).map((q): [Compound, Compound] => [p, q]));
  const apart = ([p, q]: [Compound, Compound]) => Math.hypot(p.at[0] - q.at[0], p.at[1] - q.at[1]);
  return pairs.sort((p, q) => apart(p) - apart(q))[0]!;
}

async function takeBoundary(): Promise<void> {
  await find(page, a);
  await focusMap(page);
  for (let i = 0; i < 2; i++) await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await click(page, middle);
  await page.getByRole('button', { name: '重画一段' }).waitFor();
}

async function areaOf(name: string): Promise<number> {
  await find(page, name);
  return selectedArea(page);
}
