/** A threshold tried otherwise: map, tree and totals follow, one undo takes it back; a profile goes out as a file and comes in again, a bad one is refused with its place. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { row, settled, startWorkbench, type OpenPage, type Workbench } from './workbench.ts';

let workbench: Workbench;
let opened: OpenPage;
let page: Page;
beforeAll(async () => {
  workbench = await startWorkbench();
  opened = await workbench.open('/?e2e&sample=district');
  ({ page } = opened);
  await page.locator(row(1)).waitFor({ timeout: 60_000 });
  await settled(page);
  await page.getByRole('tab', { name: /方案/ }).click();
  await page.locator('.rules-button', { hasText: '西安' }).waitFor();
  // Folded on a small page.
  if (!(await legend()).includes('户')) await page.locator('.legend').getByRole('button').first().click();
}, 120_000);
afterAll(async () => { await workbench.close(); });

describe('a threshold tried in a scenario', () => {
  it('moves the legend, the badge in the tree and the total over it, is a named step, and one undo takes it back', async () => {
    const before = await superLarge();
    expect(before).toBe(sizes().filter((households) => households > 5000).length);
    await expect.poll(legend).toContain('多于 5,000 户');
    const between = sample().find(({ households }) => households > 3000 && households <= 5000)!.name;
    await page.locator('.left').getByRole('searchbox').fill(between);
    await expect.poll(() => badge(between)).toBe('合规');
    const editor = await openEditor();
    const rule = entry(editor, 'size.households');
    await type(rule, '上限', '3000');
    const tries = rule.getByRole('button', { name: '试改' });
    expect(await tries.isDisabled()).toBe(true);
    expect(await rule.innerText()).toContain('请写由谁改');
    await rule.getByLabel('由谁改').fill('区划科');
    expect(await rule.innerText()).toContain('请写理由');
    await rule.getByLabel('理由').fill('试看上限三千户');
    await tries.click();
    await rule.getByText('试改（区划科）：试看上限三千户').waitFor();
    // The profile's own number and the layer's beneath it are struck through.
    expect(await rule.locator('s').allInnerTexts()).toEqual(['1,000–5,000 户', '1,000–5,000 户']);
    await page.keyboard.press('Escape');
    await expect.poll(superLarge).toBe(sizes().filter((households) => households > 3000).length);
    expect(await superLarge()).toBeGreaterThan(before);
    await expect.poll(legend).toContain('多于 3,000 户');
    await expect.poll(() => badge(between)).toBe('超大型');
    await expect.poll(() => page.locator('.rules-button').innerText()).toContain('试改 1 条');
    expect(await page.getByRole('button', { name: /撤销 试改规则 ?社区户数/ }).count()).toBe(1);
    await page.getByRole('button', { name: /操作历史/ }).click();
    expect(await page.locator('.history-list').innerText()).toMatch(/试改规则\s+社区户数/);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+z');
    await expect.poll(superLarge).toBe(before);
    await expect.poll(legend).toContain('多于 5,000 户');
    await expect.poll(() => badge(between)).toBe('合规');
    await page.locator('.left').getByRole('searchbox').fill('');
    expect(await page.locator('.rules-button').innerText()).not.toContain('试改');
  });

  it('says before it is tried that numbers contradict each other, by the name of the field', async () => {
    const rule = entry(await openEditor(), 'size.households');
    await type(rule, '下限', '6000');
    await rule.getByText('下限是 6000，应为 ≤ 5000').waitFor();
    expect(await rule.getByRole('button', { name: '试改' }).isDisabled()).toBe(true);
    await rule.getByRole('button', { name: '放弃' }).click();
    expect(await rule.getByLabel('下限').inputValue()).toBe('1,000');
    await page.keyboard.press('Escape');
  });

  it('is restored by a step of its own', async () => {
    const rule = entry(await openEditor(), 'plaza.area');
    await tryNumber(rule, '下限', '1200');
    await rule.getByRole('button', { name: '恢复原数' }).click();
    await expect.poll(() => rule.getByLabel('下限').inputValue()).toBe('1,000');
    expect(await rule.innerText()).not.toContain('试改');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('button', { name: /撤销 恢复规则 ?室外活动广场面积/ }).count()).toBe(1);
  });

  it('finds rules by article and document, and shows no fields on the base, with the reason', async () => {
    await page.getByRole('radio', { name: '现状', exact: true }).click();
    const editor = await openEditor();
    await editor.getByText('现状只看不改，请选一个方案').waitFor();
    await editor.getByRole('searchbox').fill('楼栋长');
    await expect.poll(() => editor.locator('.rule-row').count()).toBe(2);
    expect(await editor.locator('.rule-row input').count()).toBe(0);
    expect(await editor.locator('.rule-row').first().innerText()).toContain('每 100 户 1 人');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await editor.waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: '方案甲' }).click();
  });
});

describe('a figure given by hand', () => {
  it('settles a verdict that nobody could give, says by whom wherever it stands, and one undo takes it back', async () => {
    const { name, households } = sample().find(({ rooms }) => rooms === null)!;
    await page.locator('.left').getByRole('searchbox').fill(name);
    await page.locator('.left .tree-item', { hasText: name }).first().click();
    await expect.poll(() => roomsVerdict()).toBe('unknown');
    await page.getByRole('button', { name: /^填数：综合服务设施面积：每百户/ }).click();
    const dialog = page.getByRole('dialog', { name: '手工填数' });
    const give = dialog.getByRole('button', { name: '填入方案' });
    await dialog.getByLabel('数值').fill('-5');
    expect(await dialog.innerText()).toContain('用房面积写的是 −5，应为 0–100,000 m²');
    expect(await give.isDisabled()).toBe(true);
    await dialog.getByLabel('数值').fill(String(households));
    await dialog.getByLabel('数据日期').fill('2024-03-01');
    await dialog.getByLabel('由谁填').fill('民政科');
    expect(await give.isDisabled()).toBe(true);
    await dialog.getByLabel('依据、理由').fill('实测');
    await give.click();
    await expect.poll(() => roomsVerdict()).toBe('pass');
    await page.locator('.given-figures').getByText('手工填写，由民政科，2024-03-01：实测').waitFor();
    await page.getByRole('button', { name: /撤销 填数 ?.*用房面积/ }).waitFor();
    // Where the verdict is traced.
    await page.locator('.finding-row', { hasText: '每百户 30' }).first().focus();
    await expect.poll(() => page.getByRole('tooltip').innerText()).toContain('手工填写，由民政科，2024-03-01：实测');
    await page.getByRole('button', { name: '撤回所填的用房面积' }).click();
    await expect.poll(() => roomsVerdict()).toBe('unknown');
    await page.keyboard.press('Control+z');
    await expect.poll(() => roomsVerdict()).toBe('pass');
    await page.keyboard.press('Control+z');
    await expect.poll(() => roomsVerdict()).toBe('unknown');
    await page.locator('.left').getByRole('searchbox').fill('');
  });
});

describe('profiles as files', () => {
  let text = '';

  it('goes out with what is tried, comes in under another id, and decides on the base too', async () => {
    const rule = entry(await openEditor(), 'size.households');
    await tryNumber(rule, '上限', '4000');
    await page.keyboard.press('Escape');
    await inMenu('导出规则集…');
    const dialog = page.getByRole('dialog', { name: '导出规则集' });
    await dialog.getByLabel('名称', { exact: true }).fill('示例试点');
    const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '导出' }).click()]);
    text = readFileSync(await file.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ id: 'xian-2', extends: 'xian', title: { zh: '示例试点' }, rules: [{ id: 'size.households', bound: { min: 1000, max: 4000 }, changed: { role: '区划科' } }] });

    await give('示例试点.json', text);
    await expect.poll(() => page.locator('.rules-button').innerText()).toContain('示例试点');
    await page.getByRole('radio', { name: '现状', exact: true }).click();
    await expect.poll(superLarge).toBe(sizes().filter((households) => households > 4000).length);
    await page.getByRole('radio', { name: '方案甲' }).click();
  });

  it('with an id that is taken is read under another, or left', async () => {
    await give('另一个.json', text.replace('示例试点', '另一个'));
    const dialog = page.getByRole('dialog', { name: '已有同代号的规则集' });
    expect(await dialog.innerText()).toContain('与“示例试点”相同');
    await dialog.getByRole('button', { name: '改为 xian-3 读入' }).click();
    await expect.poll(() => page.locator('.rules-button').innerText()).toContain('另一个');
  });

  it('is refused with the place of an unknown metric, of a circular extension, of broken text', async () => {
    const profile = JSON.parse(text) as { rules: Record<string, unknown>[] };
    await give('坏.json', JSON.stringify({ ...profile, rules: [{ ...profile.rules[0], metric: 'nonsense' }] }));
    expect(await refusal()).toMatch(/rules\[0\]\.metric\s+nonsense\s+规则能用的数据名/);
    await give('绕.json', JSON.stringify({ ...profile, id: 'xian-plan', rules: [] }));
    expect(await refusal()).toMatch(/extends\s+xian-plan → xian → xian-plan\s+不绕回自己的继承/);
    await give('断.json', '{\n  "id": "a",\n  oops\n}');
    expect(await refusal()).toMatch(/不是 JSON：第 3 行/);
    expect(await page.locator('.rules-button').innerText()).toContain('另一个');
  });

  it('is dropped again, and what it stood on decides', async () => {
    for (const title of ['另一个', '示例试点']) {
      await page.locator('.rules-button').click();
      await page.getByRole('button', { name: `去掉规则集“${title}”` }).click();
      await page.getByRole('dialog', { name: `去掉规则集“${title}”？` }).getByRole('button', { name: '去掉', exact: true }).click();
    }
    await expect.poll(() => page.locator('.rules-button').innerText()).toContain('西安');
  });

  it('takes a reference layer and another day, which the project keeps', async () => {
    await page.locator('.rules-button').click();
    const reference = page.getByRole('checkbox', { name: '国家法参照' });
    await reference.click();
    await expect.poll(() => reference.isChecked()).toBe(true);
    await page.getByLabel('截至日期').fill('2024-12-31');
    await page.getByLabel('年均工资').fill('60,000');
    await page.getByLabel('年均工资').press('Enter');
    await page.keyboard.press('Escape');
    const editor = await openEditor();
    expect(await entry(editor, 'national.households').innerText()).toContain('参照，不作判断');
    expect(await entry(editor, 'national.households').locator('input').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('.rules-button').click();
    expect(await reference.isChecked()).toBe(true);
    expect(await page.getByLabel('截至日期').inputValue()).toBe('2024-12-31');
    expect(await page.getByLabel('年均工资').inputValue()).toBe('60,000');
    await page.getByRole('button', { name: '按今天' }).click();
    await page.keyboard.press('Escape');
  });

  it('complained of nothing', () => { expect(opened.errors).toEqual([]); });
});

async function openEditor(): Promise<Locator> {
  await inMenu('查看与试改规则…');
  const editor = page.locator('.dialog.rule-editor');
  await editor.locator('.rule-row').first().waitFor();
  return editor;
}

async function inMenu(name: string): Promise<void> {
  await page.locator('.rules-button').click();
  await page.locator('.rules-menu').getByRole('button', { name }).click();
}

function entry(editor: Locator, id: string): Locator {
  return editor.locator(`[data-entry="${id}"]`);
}

async function type(rule: Locator, field: string, value: string): Promise<void> {
  await rule.getByLabel(field, { exact: true }).fill(value);
  await rule.getByLabel(field, { exact: true }).press('Enter');
}

async function tryNumber(rule: Locator, field: string, value: string): Promise<void> {
  await type(rule, field, value);
  await rule.getByLabel('由谁改').fill('区划科');
  await rule.getByLabel('理由').fill('试点');
  await rule.getByRole('button', { name: '试改' }).click();
  await rule.getByText('试改（区划科）：试点').waitFor();
}

/** Of the rule of 30 m² per 100 households, in the sheet. */
async function roomsVerdict(): Promise<string> {
  const classes = await page.locator('.right .finding-row', { hasText: '每百户 30' }).first().getAttribute('class').catch(() => null);
  return classes?.replace('finding-row', '').trim() ?? '';
}

/** As the chip over the tree counts them. */
async function superLarge(): Promise<number> {
  return Number(/超大\s*(\d+)/.exec(await page.locator('.left .chips').innerText())?.[1]);
}

async function legend(): Promise<string> {
  return page.locator('.legend').innerText();
}

async function give(name: string, content: string): Promise<void> {
  await page.locator('input[type="file"][aria-label="读入规则集…"]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content, 'utf8') });
}

async function refusal(): Promise<string> {
  const dialog = page.getByRole('dialog', { name: '规则集没有读入' });
  await dialog.waitFor();
  const words = await dialog.innerText();
  await dialog.getByRole('button', { name: '知道了' }).click();
  return words;
}

/** What its glyph in the tree says. */
async function badge(name: string): Promise<string> {
  return page.locator('.left .tree-item', { hasText: name }).locator('.tree-verdict .glyph').first().getAttribute('title').then((title) => title ?? '');
}

function sizes(): number[] {
  return sample().map(({ households }) => households);
}

/** The sample's communities, by its own file. */
/** `rooms`: null where its file says none. */
function sample(): { name: string; households: number; rooms: number | null }[] {
  const { features } = JSON.parse(readFileSync('data/sample/communities.geojson', 'utf8')) as { features: { properties: Record<string, unknown> }[] };
  return features.map(({ properties }) => ({ name: String(properties['社区名称']), households: Number(properties['常住户数']), rooms: properties['用房面积'] === undefined || properties['用房面积'] === null ? null : Number(properties['用房面积']) }));
}
