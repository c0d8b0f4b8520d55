/** The map's small geometry: what stands for a sliver from afar, and where the parent ends. */
import { describe, expect, it } from 'vitest';
import { centralMeridian, gaussKruger } from '../../src/map/gaussKruger.ts';
import { graticule } from '../../src/map/graticule.ts';
import { outline } from '../../src/map/ringOutline.ts';
import { scaleBar, scaleDenominator, zoomWhere, metresPerPixel } from '../../src/map/scale.ts';
import { spine } from '../../src/map/spine.ts';

const polygon = (...rings: number[][][]) => ({ geometry: { type: 'Polygon', coordinates: rings } });
const box = (west: number, east: number, top = 1) => [[west, 0], [east, 0], [east, top], [west, top], [west, 0]];

describe('spine', () => {
  it('is one long side of a strip, end to end', () => {
    const strip = [[0, 0], [5, 0.1], [10, 0], [10, 0.2], [5, 0.3], [0, 0.2], [0, 0]];
    const line = spine(strip);
    expect(line.map(([x]) => x)).toEqual(expect.arrayContaining([0, 5, 10]));
    expect(line.length).toBeLessThan(strip.length);
  });
});

describe('outline', () => {
  it('drops the edge that two polygons share', () => {
    const rings = outline({ features: [polygon(box(0, 1)), polygon(box(1, 2))] });
    expect(rings).toHaveLength(1);
    expect(rings[0]).toHaveLength(7);
    expect(rings[0]![0]).toEqual(rings[0]!.at(-1));
  });

  it('keeps a hole and an island apart', () => {
    const hole = [[0.2, 0.2], [0.2, 0.8], [0.8, 0.8], [0.8, 0.2], [0.2, 0.2]];
    expect(outline({ features: [polygon(box(0, 1), hole), polygon(box(5, 6))] })).toHaveLength(3);
  });

  it('of nothing is nothing', () => {
    expect(outline({ features: [{ geometry: null }] })).toEqual([]);
  });
});

describe('scale', () => {
  it('undoes itself', () => {
    const zoom = zoomWhere(3, 9, 34);
    expect(metresPerPixel(zoom, 34) * 9).toBeCloseTo(3, 9);
  });

  it('gives a round bar that fits', () => {
    const { metres, pixels } = scaleBar(scaleDenominator(14, 34), 100);
    expect([1, 2, 5]).toContain(metres / 10 ** Math.floor(Math.log10(metres)));
    expect(pixels).toBeLessThanOrEqual(100);
    expect(pixels).toBeGreaterThan(30);
  });
});

describe('Gauss–Krüger', () => {
  it('has x north and y east of 500 km on the meridian', () => {
    expect(centralMeridian(108.96)).toBe(108);
    expect(centralMeridian(109.6)).toBe(111);
    const { northMetres, eastMetres } = gaussKruger(108)([108, 34]);
    expect(eastMetres).toBeCloseTo(500_000, 6);
    expect(northMetres).toBeCloseTo(meridianArc(34), 3);
  });
});

/** From the equator on GRS80, summed from the radius of curvature. */
function meridianArc(latitude: number): number {
  const a = 6_378_137;
  const e2 = 0.006_694_380_022_90;
  const steps = 200_000;
  const step = (latitude * Math.PI) / 180 / steps;
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += (1 - e2 * Math.sin((i + 0.5) * step) ** 2) ** -1.5;
  return a * (1 - e2) * sum * step;
}

describe('graticule', () => {
  it('stays under ten lines each way and names them', () => {
    const { features } = graticule([108.9, 34.2, 108.95, 34.24]);
    const labels = features.flatMap((feature) => (feature.properties?.['label'] as string | undefined) ?? []);
    expect(labels.length).toBeGreaterThan(4);
    expect(labels.length).toBeLessThan(20);
    expect(labels).toContain('108°54′20″');
  });
});
