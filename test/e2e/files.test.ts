/** The door: files of all kinds, good and bad, and nothing that leaves the origin. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { row, settled, startWorkbench, withoutWebGl, type Workbench } from './workbench.ts';

let workbench: Workbench;
beforeAll(async () => { workbench = await startWorkbench(); });
afterAll(async () => { await workbench.close(); });

const square = (west: number, south: number, size = 0.01) =>
  [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]];

const BAD: Record<string, string> = {
  'empty.geojson': '',
  'words.geojson': 'this is no JSON',
  'cut.geojson': '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{',
  'list.geojson': '[1,2,3]',
  'nothing.geojson': '{"type":"FeatureCollection","features":[]}',
  'null.geojson': '{"type":"FeatureCollection","features":[{"type":"Feature","properties":null,"geometry":null}]}',
  'far.geojson': JSON.stringify(collection([{ name: '远', rings: square(400, 99) }])),
  'metres.geojson': JSON.stringify(collection([{ name: '米', rings: [[[36500000, 3800000], [36501000, 3800000], [36501000, 3801000], [36500000, 3800000]]] }])),
  'zip.geojson': 'PK\u0003\u0004 not a zip at all',
};

describe('opening files', () => {
  it('says what is wrong with each bad file, and stays alive', async () => {
    const { page, errors } = await workbench.open('/?e2e');
    for (const [name, text] of Object.entries(BAD)) {
      await choose(page, [{ name, text }]);
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const words = await dialog.innerText();
      expect(words, name).toContain(name);
      const problems = await dialog.locator('.problems li').allInnerTexts();
      expect(problems.length, name).toBeGreaterThan(0);
      // A sentence, not the code.
      expect(problems.join(), name).toMatch(/\p{Script=Han}/u);
      const load = dialog.getByRole('button', { name: /^装入/ });
      if (await load.count() > 0) expect(await load.isDisabled(), name).toBe(true);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: '打开示例区（虚构数据）' }).click();
    await page.getByRole('treeitem').first().waitFor();
    await settled(page);
    expect(errors).toEqual([]);
  });

  it('loads the readable part, and keeps its problems within reach', async () => {
    const { page } = await workbench.open('/?e2e', withoutWebGl);
    const good = collection([{ name: '甲社区', rings: square(108.9, 34.2) }, { name: '乙社区', rings: square(108.91, 34.2) }]);
    good.features.push(...collection([{ name: '丙社区', rings: square(400, 99) }]).features);
    await choose(page, [{ name: '社区.geojson', text: JSON.stringify(good) }]);
    await page.getByRole('combobox', { name: '名称' }).waitFor();
    expect(await page.getByRole('combobox', { name: '名称' }).innerText()).toBe('社区名称');
    await page.getByRole('button', { name: '装入可读的部分' }).click();
    await page.getByRole('treeitem', { name: /甲社区/ }).waitFor();
    expect(await page.getByRole('treeitem').count()).toBe(2);
    await page.getByRole('radio', { name: /^读取问题/ }).click();
    expect(await page.locator(row(1)).innerText()).toContain('社区.geojson');
    await page.getByRole('tab', { name: /检查/ }).click();
    await page.getByText('没有上级界').waitFor();
  });

  it('takes the column that the user says is the name', async () => {
    const { page } = await workbench.open('/?e2e', withoutWebGl);
    const data = collection([{ name: 'x', rings: square(108.9, 34.2) }]);
    data.features[0]!.properties = { 甲列: '东关社区', 乙列: '西关社区' };
    await choose(page, [{ name: '社区.geojson', text: JSON.stringify(data) }]);
    await page.getByRole('combobox', { name: '名称' }).click();
    await page.getByRole('option', { name: /乙列/ }).click();
    await page.getByRole('button', { name: /^装入/ }).click();
    await page.getByRole('treeitem', { name: '西关社区' }).waitFor();
    await page.getByRole('treeitem', { name: '西关社区' }).click();
    expect(await page.locator('.attributes').innerText()).toContain('东关社区');
  });

  it('opens what is dropped anywhere in the page', async () => {
    const { page } = await workbench.open('/?e2e', withoutWebGl);
    const text = JSON.stringify(collection([{ name: '甲社区', rings: square(108.9, 34.2) }]));
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], '社区.geojson'));
      return data;
    }, text);
    await page.dispatchEvent('.status', 'dragenter', { dataTransfer: transfer });
    await page.getByText('松开即打开').waitFor();
    await page.dispatchEvent('.status', 'drop', { dataTransfer: transfer });
    await page.getByRole('dialog', { name: '装入前预览' }).waitFor();
    expect(await page.getByText('松开即打开').count()).toBe(0);
  });
});

interface Collection {
  type: 'FeatureCollection';
  features: { type: 'Feature'; properties: Record<string, unknown>; geometry: { type: 'Polygon'; coordinates: number[][][] } | null }[];
}

function collection(units: { name: string; rings: number[][][] }[]): Collection {
  return {
    type: 'FeatureCollection',
    features: units.map(({ name, rings }) => ({ type: 'Feature', properties: { 社区名称: name }, geometry: { type: 'Polygon', coordinates: rings } })),
  };
}

async function choose(page: Page, files: { name: string; text: string }[]): Promise<void> {
  await page.locator('input[type="file"]').first().setInputFiles(
    files.map(({ name, text }) => ({ name, mimeType: 'application/geo+json', buffer: Buffer.from(text) })),
  );
}
