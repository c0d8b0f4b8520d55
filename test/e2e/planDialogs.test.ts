/** The dialogs of 方案, by keyboard where no pointer is needed: each opens in its first field, says what it lacks, makes one step with a name, and undo gives back what was. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { adjoining, householdsOf, villagePair, villages } from './adjoining.ts';
import { act, expectFocus, find, goOn, households, lastStep, openPlanPage, selectedArea, total, undoAll, undoButton } from './planPage.ts';
import { startWorkbench, type OpenPage, type Workbench } from './workbench.ts';

const { a } = adjoining();
/** As steps call it. */
const short = (name: string) => name.replace(/社区$/u, '');

let workbench: Workbench;
let opened: OpenPage;
let page: OpenPage['page'];
beforeAll(async () => { workbench = await startWorkbench(); });
afterAll(async () => { await workbench.close(); });

describe('on the clean sample', () => {
  let sum: string;
  beforeAll(async () => {
    opened = await openPlanPage(workbench, 'district');
    ({ page } = opened);
    sum = await total(page);
  }, 120_000);
  afterAll(async () => { await page.context().close(); });
  afterEach(async () => {
    expect(await total(page)).toBe(sum);
    await undoAll(page);
  });

  it('renames: a name that is taken is refused by its name, and the keyboard returns to where it was', async () => {
    await find(page, a);
    await act(page, '改名…');
    await expectFocus(page, 'plan-name');
    await page.keyboard.type('梧月社区');
    await page.getByRole('dialog').getByText('已有同名社区（梧月社区）').waitFor();
    await page.getByLabel('名称').fill('新滩社区');
    await expect.poll(() => page.getByRole('dialog').getByRole('button', { name: '改名', exact: true }).isEnabled()).toBe(true);
    await page.keyboard.press('Enter');
    await goOn(page, `改名 ${short(a)}—新滩`);
    await expectFocus(page, '更多操作');
    expect(await households(page, '新滩社区')).toBe(householdsOf(a));
    expect(await page.getByRole('radio', { name: /^有变化/u }).first().innerText()).toContain('1');
    await undoButton(page).click();
    await expect.poll(() => households(page, a)).toBe(householdsOf(a));
  });

  it('has a compound looked after by a near community until a date, and ends it', async () => {
    await find(page, a);
    await act(page, '就近代管…');
    await expectFocus(page, 'attach-compound');
    const dialog = page.getByRole('dialog', { name: '就近代管' });
    expect(await dialog.innerText()).toContain('先填小区');
    await page.keyboard.type('新苑小区');
    // An input method composes on the closed picker; the list opens at once and is searched by what was composed.
    const picker = page.locator('[role="combobox"][aria-label="代管社区"]');
    await picker.focus();
    const keys = await page.context().newCDPSession(page);
    await keys.send('Input.imeSetComposition', { text: 'shi', selectionStart: 3, selectionEnd: 3 });
    await page.getByRole('option').first().waitFor();
    await keys.send('Input.insertText', { text: short(a) });
    await expectFocus(page, '搜索：代管社区');
    await expect.poll(() => page.getByRole('option').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expectFocus(page, '代管社区');
    expect(await picker.inputValue()).toBe(a);
    await dialog.getByLabel('截至').fill('2027-12-31');
    await dialog.getByText('归属、户数、面积都不变').waitFor();
    await page.keyboard.press('Enter');
    await goOn(page, `就近代管 新苑小区—${short(a)}`);
    await page.getByRole('button', { name: /就近代管\s*1 处/u }).click();
    expect(await page.locator('.register').innerText()).toContain('至 2027-12-31');
    await page.getByRole('button', { name: '结束代管：新苑小区' }).focus();
    await page.keyboard.press('Enter');
    await goOn(page, `结束代管 新苑小区—${short(a)}`);
    expect(await page.locator('.register').count()).toBe(0);
    // What it stood on has gone: the keyboard is still in the same part of the page.
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.left') !== null)).toBe(true);
    await undoButton(page).click();
    await page.locator('.open-summary').getByText('1 处').waitFor();
  });

  it('makes a village an urban community; one that is no village is told why not', async () => {
    await find(page, a);
    await page.locator('.bottom').getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: /^村改居/u }).getByText(`不是村，不能村改居或并村（${a}）`).waitFor();
    await page.keyboard.press('Escape');
    const [village] = villages();
    await find(page, village!);
    const area = await selectedArea(page);
    await act(page, '村改居…');
    await expectFocus(page, 'plan-name');
    const stem = village!.replace(/村$/u, '');
    const name = `${stem}社区`;
    await page.keyboard.type(name);
    await page.getByRole('dialog').getByText('归属、户数、面积都不变').waitFor();
    await page.keyboard.press('Enter');
    await goOn(page, `村改居 ${stem}`);
    expect(await page.locator('.right .subtitle').innerText()).toMatch(/城市社区\s*村改居/u);
    expect(await households(page, name)).toBe(householdsOf(village!));
    expect(await selectedArea(page)).toBe(area);
    await undoButton(page).click();
    await expect.poll(() => page.locator('.right .subtitle').innerText()).toMatch(/村\s*未变/u);
  });

  it('locks against every change of ground, and unlocks', async () => {
    await find(page, a);
    await act(page, '锁定');
    await goOn(page, `锁定 ${short(a)}`);
    const split = page.locator('.bottom').getByRole('button', { name: '切分…' });
    await expect.poll(() => split.getAttribute('aria-disabled')).toBe('true');
    expect(await page.locator(`[id="${await split.getAttribute('aria-describedby')}"]`).innerText()).toBe(`社区已锁定，先解锁（${a}）`);
    await act(page, '解锁');
    await goOn(page, `解锁 ${short(a)}`);
    await expect.poll(() => split.getAttribute('aria-disabled')).toBe('false');
  });

  it('declares an exception by role and reason', async () => {
    await find(page, a);
    await act(page, '声明例外…');
    const dialog = page.getByRole('dialog', { name: '声明例外' });
    expect(await dialog.innerText()).toContain('先选种类');
    await dialog.getByRole('combobox', { name: '例外种类' }).click();
    await page.getByRole('option', { name: '不连片' }).click();
    await expect.poll(() => dialog.innerText()).toContain('先填责任人');
    await dialog.getByLabel('责任人').fill('区划地名科');
    await dialog.getByLabel('原因').fill('历史形成');
    await dialog.getByRole('button', { name: '声明', exact: true }).click();
    await goOn(page, `声明例外 ${short(a)}`);
    await undoButton(page).click();
    await expect.poll(() => lastStep(page)).toBe('');
  });

  it('joins villages in a new community; the page outlives both', async () => {
    const [one, other] = villagePair();
    await find(page, one);
    await find(page, other, true);
    await page.locator('.bottom').getByRole('button', { name: '合并…' }).click();
    const dialog = page.getByRole('dialog', { name: '合并 2 个社区' });
    await dialog.getByRole('checkbox', { name: /多村一社区/u }).check();
    await dialog.getByRole('combobox', { name: '并入' }).click();
    await page.getByRole('option', { name: /成立新社区/u }).click();
    await expect.poll(() => dialog.innerText()).toContain('先填新社区名称');
    await dialog.getByLabel('名称').fill('合村社区');
    await dialog.locator('.draft-sides').waitFor();
    await page.keyboard.press('Enter');
    await goOn(page, `合并 ${short(one)}—${short(other)}—合村`);
    expect(await households(page, '合村社区')).toBe(householdsOf(one) + householdsOf(other));
    expect(await households(page, one)).toBe(null);
    await undoButton(page).click();
    await expect.poll(() => households(page, one)).toBe(householdsOf(one));
  });

  it('complained of nothing', () => { expect(opened.errors).toEqual([]); });
});

describe('on the sample with planted defects', () => {
  let sum: string;
  beforeAll(async () => {
    opened = await openPlanPage(workbench, 'district-defects');
    ({ page } = opened);
    sum = await total(page);
    await page.getByRole('radio', { name: /^待定/u }).click();
  }, 120_000);
  afterAll(async () => { await page.context().close(); });
  afterEach(async () => {
    expect(await total(page)).toBe(sum);
    await undoAll(page);
  });

  it('forms a community on ground of nobody, and declares such ground', async () => {
    const count = await openGround();
    const [unassigned, assigned] = [await sums('未归属'), await sums('社区')];
    const ground = await largestGap();
    await page.locator('.right').getByRole('button', { name: '设社区…' }).click();
    const dialog = page.getByRole('dialog', { name: '在未归属地上设社区' });
    await expectFocus(page, 'ground-name');
    await page.keyboard.type('补设社区');
    await dialog.locator('.draft-sides table').waitFor();
    await page.keyboard.press('Enter');
    await goOn(page, '新设 补设');
    expect(await openGround()).toBe(count - 1);
    await find(page, '补设社区');
    expect(await selectedArea(page)).toBeCloseTo(ground, 0);
    expect((await sums('社区'))[0]! - assigned[0]!).toBe(unassigned[0]! - (await sums('未归属'))[0]!);
    await undoButton(page).click();
    await expect.poll(openGround).toBe(count);
    expect(await sums('未归属')).toEqual(unassigned);

    await largestGap();
    await page.locator('.right').getByRole('button', { name: '声明为无社区用地…' }).click();
    const declaring = page.getByRole('dialog', { name: '声明为无社区用地' });
    await page.keyboard.type('东郊水库');
    await expect.poll(() => declaring.innerText()).toContain('先选用地种类');
    await declaring.getByRole('combobox').click();
    await page.getByRole('option').first().click();
    await declaring.getByRole('button', { name: '声明', exact: true }).click();
    await goOn(page, '声明用地 东郊水库');
    expect(await openGround()).toBe(count - 1);
  }, 90_000);

  it('hands an exclave over to the community around it', async () => {
    const [from, to] = ['柘桥社区', '柘溪社区'];
    await find(page, from);
    const [before, around] = [(await households(page, from))!, (await households(page, to))!];
    await find(page, from);
    const area = await selectedArea(page);
    expect(await pieces()).toMatch(/2 块$/u);
    await act(page, '移交飞地…');
    const dialog = page.getByRole('dialog', { name: `移交 ${from} 的飞地` });
    expect(await dialog.innerText()).toContain('先选移交给谁');
    expect(await dialog.innerText()).toMatch(/哪一块\s*[\d.]+ km² 约 \d+ 户/u);
    await expectFocus(page, '移交给');
    // Opened, narrowed and chosen from by keyboard.
    await page.keyboard.press('ArrowDown');
    await expectFocus(page, '搜索：移交给');
    await page.keyboard.type(short(to));
    await page.getByRole('option', { name: new RegExp(`^${to}`, 'u') }).waitFor();
    expect(await page.getByRole('option').count()).toBe(1);
    await page.keyboard.press('Backspace');
    await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(1);
    await page.keyboard.type('没有这个');
    await page.getByText(/没有“.*没有这个”/u).waitFor();
    await page.getByRole('searchbox', { name: '搜索：移交给' }).fill(short(to));
    await page.keyboard.press('Enter');
    await expectFocus(page, '移交给');
    expect(await dialog.getByRole('combobox', { name: '移交给' }).inputValue()).toBe(to);
    await dialog.locator('.draft-sides table').waitFor();
    await dialog.getByRole('button', { name: '移交', exact: true }).click();
    await goOn(page, `移交飞地 ${short(from)}—${short(to)}`);
    expect(await pieces()).toMatch(/2 → 1 块$/u);
    expect(await selectedArea(page)).toBeLessThan(area - 10_000);
    expect((await households(page, from))! + (await households(page, to))!).toBe(before + around);
    await undoButton(page).click();
    await expect.poll(pieces).toMatch(/2 块$/u);
    expect(await selectedArea(page)).toBe(area);
  }, 60_000);

  it('complained of nothing', () => { expect(opened.errors).toEqual([]); });
});

/** Of what is selected. */
async function pieces(): Promise<string> {
  return (await page.locator('.right .pair', { hasText: '部件' }).innerText()).replace(/\s+/gu, ' ');
}

/** Places without a settled holder. */
async function openGround(): Promise<number> {
  return Number(/(\d+)/u.exec(await page.getByRole('radio', { name: /^待定/u }).innerText())![1]);
}

/** Selects the largest ground of nobody and tells its square metres. */
async function largestGap(): Promise<number> {
  await page.locator('.bottom [role="row"]', { hasText: '缝隙、未归属' }).first().click();
  await page.locator('.right').getByRole('button', { name: '设社区…' }).waitFor();
  return selectedArea(page);
}

/** Households and people of a group in the totals. */
async function sums(group: string): Promise<number[]> {
  const figures = await page.locator('.totals .pair', { hasText: new RegExp(`^\\+?\\s*${group}`, 'u') }).first().locator('.sum-figure').allInnerTexts();
  return figures.map((figure) => Number(figure.replace(/,/gu, '')));
}
