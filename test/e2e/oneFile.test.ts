/** The one-file page, opened from a disk as from a USB stick: no server, nothing fetched. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { row, settled, startWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;
beforeAll(async () => { workbench = await startWorkbench(); });
afterAll(async () => { await workbench.close(); });

describe('dist/sizhi.html from file://', () => {
  it('loads its sample, checks and draws it', async () => {
    const { page, requests, errors } = await workbench.open(`${pathToFileURL(resolve('dist/sizhi.html')).href}?e2e&sample=district-defects`);
    await page.locator(row(1)).waitFor();
    await settled(page);
    const drawn = await page.evaluate(() => {
      const probe = (window as unknown as { __sizhiMap: { rendered: (layer: string) => number } }).__sizhiMap;
      return ['units-fill', 'names', 'boundary-community'].map((layer) => probe.rendered(layer));
    });
    for (const features of drawn) expect(features).toBeGreaterThan(10);
    expect(requests).toHaveLength(1);
    expect(errors).toEqual([]);
  });
});
