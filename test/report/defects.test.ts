import type { FeatureCollection } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Acceptance } from '../../src/core/coverage/accept.ts';
import { checkCoverage } from '../../src/core/coverage/check.ts';
import { finish } from '../../src/core/progress.ts';
import { translator } from '../../src/i18n/index.ts';
import { defectsCsv } from '../../src/report/defectsCsv.ts';
import { defectsGeoJson, wound } from '../../src/report/defectsGeoJson.ts';
import { rectangles } from '../builders/coverage.ts';
import { aDefect, aResult } from '../builders/result.ts';

const zh = translator('zh');
const en = translator('en');
const labels = ['=cmd|\' /C calc\'!A0', '</script><b>乙'];
const lake: Acceptance = {
  defectId: 'G1-1', decision: 'declared', reason: 'groundOfNoCommunity', groundKind: 'water', note: '灞河，"水面"', role: '@张', date: '2026-11-22',
};
const result = aResult({
  defects: [
    aDefect('G1-1', 'G1', { areaSquareMetres: 12.34567 }),
    aDefect('S1-1', 'S1', { areaSquareMetres: null, widthMetres: null, lengthMetres: null, units: [0], geometry: { type: 'Point', coordinates: [109, 34] }, detail: 'partsOverlap' }),
    aDefect('D1-1', 'D1', { units: [7], shift: { eastMetres: -5.8, northMetres: 0 } }),
  ],
});

describe('GeoJSON', () => {
  const collection = JSON.parse(defectsGeoJson(result, labels, [lake], zh)) as FeatureCollection & { note: string };

  test('carries ids for programs and words for people', () => {
    expect(collection.features[0]!.id).toBe('G1-1');
    expect(collection.features[0]!.properties).toEqual({
      id: 'G1-1', class: 'G1', className: '面间缝隙', detail: null, severity: 'information', state: 'declared', stateName: '已声明',
      units: labels, areaSquareMetres: 12.3457, widthMetres: 2, lengthMetres: 5, sliver: false,
      reason: 'groundOfNoCommunity', reasonName: '不属任何社区的用地', groundKind: 'water', note: '灞河，"水面"', role: '@张', date: '2026-11-22',
    });
  });

  test('leaves null what is not there, names what has no label, says the shift', () => {
    expect(collection.features[1]!.properties).toMatchObject({ areaSquareMetres: null, state: 'open', reason: null, severity: 'error', detail: 'partsOverlap' });
    expect(collection.features[2]!.properties).toMatchObject({ units: ['#7'], shiftEastMetres: -5.8, shiftNorthMetres: 0 });
  });

  test('has no crs member but says what the numbers are', () => {
    expect(collection).not.toHaveProperty('crs');
    expect(collection.note).toMatch(/CGCS2000/);
  });

  test('an empty list is still a collection', () => {
    expect(JSON.parse(defectsGeoJson(aResult(), labels, [], en))).toMatchObject({ type: 'FeatureCollection', features: [] });
  });

  test('outlines run counter-clockwise, holes clockwise, whatever came in', () => {
    const shell = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]];
    const hole = [[1, 1], [2, 1], [2, 2], [1, 2], [1, 1]];
    const right = { type: 'Polygon', coordinates: [shell, [...hole].reverse()] } as const;
    expect(wound({ type: 'Polygon', coordinates: [[...shell].reverse(), hole] })).toEqual(right);
    expect(wound({ type: 'MultiPolygon', coordinates: [[shell, hole]] })).toEqual({ type: 'MultiPolygon', coordinates: [right.coordinates] });
  });

  test('of a real check closes every ring and winds it', () => {
    const units = rectangles({ a: [0, 0, 5, 5], b: [4.99, 0, 10, 5], c: [0, 5.01, 10, 9], d: [0, 5, 0.1, 5.01], e: [9.9, 5, 10, 5.01] });
    const real = JSON.parse(defectsGeoJson(finish(checkCoverage({ units: units.layer, parent: null })), units.names, [], zh)) as FeatureCollection;
    expect(real.features.map((f) => f.geometry.type)).toContain('Polygon');
    for (const { geometry } of real.features) {
      if (geometry.type === 'Polygon') expect(geometry.coordinates[0]!.at(-1)).toEqual(geometry.coordinates[0]![0]);
    }
  });
});

describe('CSV', () => {
  const lines = defectsCsv(result, labels, [lake], zh).split('\r\n');

  test('heads carry their units, in either language', () => {
    expect(lines[0]).toBe('\uFEFF编号,类别代号,类别,细类,严重度,状态,涉及社区,面积（m²）,最大宽（m）,长（m）,经度（°）,纬度（°）,理由,用地种类,说明,责任人,日期');
    expect(defectsCsv(result, labels, [], en)).toMatch(/^\uFEFFId,Class,Class name,Detail,Severity,State,Communities,Area \(m²\)/);
  });

  test('rows are in the check’s order; hostile names do no harm', () => {
    expect(lines[1]).toBe(
      'G1-1,G1,面间缝隙,,提示,已声明,\'=cmd|\' /C calc\'!A0、</script><b>乙,12.35,2,5,109.00005,34.00005,不属任何社区的用地,水面,"灞河，""水面""",\'@张,2026-11-22',
    );
    expect(lines[2]).toMatch(/^S1-1,S1,面自相交,同一社区的部件互相重叠,错误,待处理,'=cmd/);
    expect(lines[2]).toMatch(/,,,,109\.00005,/);
    expect(lines).toHaveLength(5);
  });
});
