import { describe, expect, test } from 'vitest';
import type { Acceptance } from '../../src/core/coverage/accept.ts';
import { translator } from '../../src/i18n/index.ts';
import { html } from '../../src/report/html.ts';
import { summarySheet } from '../../src/report/summarySheet.ts';
import type { SummarySheet } from '../../src/report/summarySheet.ts';
import { aDefect, aResult } from '../builders/result.ts';

const hostile = '<script>alert(1)</script>"\'&\u202E';
const lake: Acceptance = {
  defectId: 'G1-1', decision: 'declared', reason: 'groundOfNoCommunity', groundKind: 'water', note: hostile, role: '区划科', date: '2026-11-22',
};
const sheet: SummarySheet = {
  language: 'zh', t: translator('zh'), subject: `澜川区${hostile}`, asOf: '2026-11-23', madeUp: false,
  files: [{ name: `社区界${hostile}.shp`, role: 'communities' }, { name: '区界.shp', role: 'parent' }],
  labels: [hostile, '乙社区'],
  acceptances: [lake, { ...lake, defectId: 'gone' }],
  opinion: {
    agree: false, defectsChecked: 2, defectsConfirmed: 1, wholeLayer: true, pairsChecked: 9, elapsedMs: 1,
    differences: [{ kind: 'failed', defectId: 'O1-1', units: [0], oursSquareMetres: 20, turfSquareMetres: null, lngLat: null, message: `Unable to complete output ring ${hostile}` }],
  },
  result: aResult({
    defects: [aDefect('G1-1', 'G1', { areaSquareMetres: 1234.5 }), aDefect('O1-1', 'O1', { areaSquareMetres: 20 })],
    totals: { unitsSquareMetres: 1000, parentSquareMetres: 2214.5, gapSquareMetres: 1234.5, overlapSquareMetres: 20, beyondSquareMetres: 0 },
  }),
};
const page = summarySheet(sheet);

/** What a reader sees, tags gone. */
const words = (text: string): string => text.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the sheet', () => {
  test('is one document without scripts, links or anything fetched', () => {
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toMatch(/@page \{ size: A4/);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|javascript:|\bon\w+=|https?:|url\(/i);
  });

  test('escapes whatever came from a file', () => {
    expect(page.split('&lt;script&gt;').length).toBeGreaterThan(4);
    expect(page).not.toContain('\u202E');
  });

  test('states the totals, row by row, and who answers for what', () => {
    const text = words(page);
    expect(text).toContain('社区面积合计 1,000.00');
    expect(text).toContain('减：重复计算的面积（重叠） \u221220.00 其中 待处理 × 1 20.00');
    expect(text).toContain('加：不归任何社区的面积（缝隙） +1,234.50 其中 已声明用地 × 1 1,234.50');
    expect(text).toContain('等于：应有面积 2,214.50');
    expect(text).toContain('上级界面积 2,214.50');
    expect(text).toContain('未说明的差（应有面积 − 上级界面积） 0.00');
    expect(text).toContain('不属任何社区的用地 · 水面');
    expect(text).toContain('区划科');
    expect(text).toContain('截至 2026-11-23');
    expect(text).toContain('检查人');
    expect(text).toContain('复核人');
  });

  test('says what stands in the way, what lapsed, and what the second method could not do', () => {
    const text = words(page);
    expect(text).toContain('1 处缺陷未修复、未认可');
    expect(text).toContain('认可已失效（缺陷已不存在或已改变） gone');
    expect(text).toContain('另法复核未能全部确认');
    expect(text).toContain('Unable to complete output ring');
  });

  test('marks made-up data, and only that', () => {
    expect(page).not.toContain('演示数据');
    expect(words(summarySheet({ ...sheet, madeUp: true }))).toContain('演示数据，纯属虚构');
  });

  test('speaks English', () => {
    const text = words(summarySheet({ ...sheet, language: 'en', t: translator('en'), labels: ['A', 'B'] }));
    expect(text).toContain('less: ground counted again (overlaps)');
    expect(text.replace(/澜川区|社区界|区界|区划科/g, '')).not.toMatch(/\p{Script=Han}/u);
  });

  test('a clean check reads as ready, without a parent it says what it cannot know', () => {
    const text = words(summarySheet({
      ...sheet, acceptances: [], opinion: null, result: aResult({ totals: { ...aResult().totals, parentSquareMetres: null } }),
    }));
    expect(text).toContain('可以签署');
    expect(text).toContain('没有上级界');
    expect(text).toContain('未做另法复核');
    expect(text).not.toContain('未说明的差');
  });

  test('a list too long for paper says how much it leaves out', () => {
    const many = Array.from({ length: 503 }, (_, i) => aDefect(`G1-${i}`, 'G1'));
    expect(words(summarySheet({ ...sheet, result: aResult({ defects: many }) }))).toContain('另有 2 条');
  });
});

test('html escapes text and leaves markup alone', () => {
  expect(html`<p title="${'"><i>'}">${html`<b>${'a<b'}</b>`}${[html`<i></i>`]}${null}${7}</p>`.text)
    .toBe('<p title="&quot;&gt;&lt;i&gt;"><b>a&lt;b</b><i></i>7</p>');
});
