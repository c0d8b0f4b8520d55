/** That the map draws: without its worker it stays blank and nothing else would notice. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { count, look } from './pixels.ts';
import { project, row, settled, startWorkbench, type OpenPage, type Workbench } from './workbench.ts';

let workbench: Workbench;
let opened: OpenPage;
beforeAll(async () => {
  workbench = await startWorkbench();
  opened = await workbench.open('/?e2e&sample=district');
  await opened.page.getByRole('treeitem').first().waitFor();
  await settled(opened.page);
});
afterAll(async () => { await workbench.close(); });

const isInk = (red: number, green: number, blue: number) => red + green + blue < 300;

describe('the map', () => {
  it('draws communities, boundaries and Chinese names', async () => {
    const { page, errors } = opened;
    expect(await rendered(page, 'units-fill')).toBeGreaterThan(100);
    const named = await rendered(page, 'names');
    expect(named).toBeGreaterThan(20);

    const box = (await page.locator('.map').boundingBox())!;
    const withNames = count(await look(page, box), isInk);
    await page.getByRole('button', { name: '图层显隐' }).click();
    await page.getByRole('checkbox', { name: '社区名称' }).uncheck();
    await page.keyboard.press('Escape');
    await settled(page);
    const without = count(await look(page, box), isInk);
    // A name of two characters is some sixty dark pixels; the boundaries stay.
    expect(withNames - without).toBeGreaterThan(named * 30);
    expect(without).toBeGreaterThan(1000);
    expect(errors).toEqual([]);
  });

  it('selects the community that is clicked, and tints it', async () => {
    const { page } = opened;
    const [name, inside] = someCommunity();
    const at = await project(page, inside);
    await page.mouse.click(at.x, at.y);
    await expect.poll(() => page.locator('.right h2').innerText()).toBe(name);
    expect(await page.locator('.tree [aria-selected="true"]').innerText()).toContain(name);
  });
});

describe('a browser without WebGL2', () => {
  it('gets a sentence in place of the map; tables and inspector work', async () => {
    const { page } = await workbench.open('/?e2e&sample=district-defects', () => {
      Object.assign(HTMLCanvasElement.prototype, { getContext: () => null });
    });
    await page.getByText('地图画不出来').waitFor();
    // Communities stand in the table until the check is done.
    await page.locator(row(1), { hasText: '待处理' }).click();
    await expect.poll(() => page.locator('.right h2').innerText()).toContain('缺陷 1');
  });
});

async function rendered(page: OpenPage['page'], layer: string): Promise<number> {
  return page.evaluate((id) => {
    const probe = (window as unknown as { __sizhiMap: { rendered: (layer: string) => number } }).__sizhiMap;
    return probe.rendered(id);
  }, layer);
}

/** A community's name and the middle of its outline, which lies inside for this one. */
function someCommunity(): [string, [number, number]] {
  const { features } = JSON.parse(readFileSync('data/sample/communities.geojson', 'utf8')) as {
    features: { properties: Record<string, string>; geometry: { type: string; coordinates: number[][][] } }[];
  };
  const feature = features.find(({ properties, geometry }) => properties['社区名称'] === '柳丘社区' && geometry.type === 'Polygon') ?? features[20]!;
  const ring = feature.geometry.coordinates[0]!;
  const mean = (axis: 0 | 1) => ring.reduce((sum, position) => sum + position[axis]!, 0) / ring.length;
  return [feature.properties['社区名称']!, [mean(0), mean(1)]];
}
