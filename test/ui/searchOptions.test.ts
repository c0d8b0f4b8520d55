/** Finding one of many options by typing. */
import { expect, test } from 'vitest';
import { searchOptions, type SearchOption } from '../../src/ui/controls/searchOptions.ts';

const option = (label: string, note?: string, words?: string): SearchOption => ({ value: `${label}${note ?? ''}`, label, ...(note === undefined ? {} : { note }), ...(words === undefined ? {} : { words }) });
const OPTIONS = [option('东柳社区', '西河街道', '990101001'), option('西柳社区', '东河街道', '990102001 拟-3'), option('Willow', 'East')];

test.each([
  ['', ['东柳社区', '西柳社区', 'Willow']],
  ['  ', ['东柳社区', '西柳社区', 'Willow']],
  ['柳', ['东柳社区', '西柳社区']],
  ['西', ['西柳社区', '东柳社区']],
  ['东河 柳', ['西柳社区']],
  ['0102', ['西柳社区']],
  ['拟-3', ['西柳社区']],
  ['WILL', ['Willow']],
  ['柳 无', []],
  ['.*', []],
])('“%s”', (typed, labels) => {
  expect(searchOptions(OPTIONS, typed).map(({ label }) => label)).toEqual(labels);
});
