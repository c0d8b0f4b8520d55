/** Scale of a Web Mercator map with 512-px tiles. */
const EQUATOR_METRES = 40_075_016.686;
/** A CSS pixel is 1/96 inch. */
const PIXEL_METRES = 0.0254 / 96;

export function metresPerPixel(zoom: number, latitude: number): number {
  return (EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
}

/** The zoom at which so many metres take so many pixels. */
export function zoomWhere(metres: number, pixels: number, latitude: number): number {
  return Math.log2((EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180) * pixels) / (512 * metres));
}

export function scaleDenominator(zoom: number, latitude: number): number {
  return metresPerPixel(zoom, latitude) / PIXEL_METRES;
}

export function metresPerPixelAt(denominator: number): number {
  return denominator * PIXEL_METRES;
}

/** The longest round length (1, 2, 5 × 10ⁿ metres) that fits in so many pixels. */
export function scaleBar(denominator: number, maxPixels: number): { metres: number; pixels: number } {
  const perPixel = metresPerPixelAt(denominator);
  const longest = perPixel * maxPixels;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= longest) ?? power;
  return { metres, pixels: metres / perPixel };
}
