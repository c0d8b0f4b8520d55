/** Meridians and parallels for a map with nothing beneath, at round minutes or seconds. */
import type { Bounds } from '../state/view.ts';

const MINUTE = 1 / 60;
const SECOND = 1 / 3600;
const STEPS = [
  SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 20 * SECOND, 30 * SECOND,
  MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE, 1, 2, 5, 10, 20, 30,
];

export function graticule([west, south, east, north]: Bounds): GeoJSON.FeatureCollection {
  const step = STEPS.find((each) => (east - west) / each <= 9) ?? 30;
  const features: GeoJSON.Feature[] = [];
  const add = (line: number[][], label: string, at: number[], anchor: string) => {
    features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: line } });
    features.push({ type: 'Feature', properties: { label, anchor }, geometry: { type: 'Point', coordinates: at } });
  };
  for (let i = Math.ceil(west / step); i * step <= east; i++) {
    add([[i * step, south], [i * step, north]], degrees(i * step), [i * step, north], 'top');
  }
  for (let i = Math.ceil(south / step); i * step <= north; i++) {
    add([[west, i * step], [east, i * step]], degrees(i * step), [east, i * step], 'right');
  }
  return { type: 'FeatureCollection', features };
}

function degrees(value: number): string {
  const seconds = Math.round(Math.abs(value) * 3600);
  const parts = [`${Math.floor(seconds / 3600)}°`];
  const minute = Math.floor((seconds % 3600) / 60);
  if (minute > 0 || seconds % 60 > 0) parts.push(`${String(minute).padStart(2, '0')}′`);
  if (seconds % 60 > 0) parts.push(`${String(seconds % 60).padStart(2, '0')}″`);
  return (value < 0 ? '−' : '') + parts.join('');
}
