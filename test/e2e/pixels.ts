/** Looks at what is on the screen: the map's own buffer is empty between two frames. */
import type { Page } from 'playwright-core';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue, opacity of each pixel, row by row. */
  data: number[];
}

/** Part of the page as the user sees it. */
export async function look(page: Page, clip: { x: number; y: number; width: number; height: number }): Promise<Pixels> {
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (base64) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d')!;
    pen.drawImage(image, 0, 0);
    const { width, height, data } = pen.getImageData(0, 0, image.width, image.height);
    return { width, height, data: [...data] };
  }, png);
}

/** How many pixels a test of red, green and blue holds for. */
export function count({ data }: Pixels, holds: (red: number, green: number, blue: number) => boolean): number {
  let found = 0;
  for (let i = 0; i < data.length; i += 4) if (holds(data[i]!, data[i + 1]!, data[i + 2]!)) found++;
  return found;
}
