/** Tables put to use, and the use of them broken off. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { finish } from '../../src/core/progress.ts';
import type { TableSetting } from '../../src/worker/tableProtocol.ts';
import { answersOf, Session } from '../../src/worker/session.ts';

const FILES = ['communities', 'district', 'compounds'];
const answers = answersOf(new Session());
let setting: TableSetting;
let units: number[];

/** All that is told of the plan and of its communities, but for the number of the answer. */
function told(): unknown {
  const { state } = finish(answers.planState(null));
  return { rows: state.rows.changed, totals: state.totals, sheets: units.slice(0, 12).map((unit) => finish(answers.assessSheet({ unit, draft: false }))) };
}

function open() {
  const opened = finish(answers.planOpen({ firstScenario: '方案甲', restore: null }));
  finish(answers.assessOpen({ profile: 'xian', own: [], references: [], asOf: '2026-11-22', averagePayYuan: null }));
  return opened;
}

beforeAll(() => {
  const previews = finish(answers.inspect(FILES.map((name) => ({ name: `${name}.geojson`, bytes: new Uint8Array(readFileSync(`data/sample/${name}.geojson`)).buffer }))));
  finish(answers.load({ files: previews.map(({ fileIndex, guessedRole, guessedFields }) => ({ fileIndex, role: guessedRole, fields: guessedFields })) }));
  const { state } = open();
  units = state.rows.changed.map(({ unit }) => unit);
  const text = ['社区名称\t街道\t常住户数\t用房面积', ...state.rows.changed.map(({ name, subdistrict }, k) => `${name}\t${subdistrict ?? ''}\t${2000 + k}\t${600 + k}`)].join('\n');
  const [preview] = finish(answers.tableInspect([{ name: '户数', text }]));
  setting = { name: '户数', kind: preview!.kind, columns: preview!.columns, key: null, decisions: {}, asOf: null };
}, 60_000);

test('broken off at any point it leaves everything as it was', () => {
  const before = told();
  let breaks = 0;
  for (let stop = 1; ; stop++) {
    const use = answers.tablesUse([setting]);
    let ended = false;
    for (let step = 0; step < stop && !ended; step++) ended = use.next().done === true;
    if (ended) break;
    use.return(undefined as never);
    breaks++;
    expect(told()).toEqual(before);
    if (stop > 1) continue;
    // Nor are they used by what reads the tables next.
    open();
    expect(told()).toEqual(before);
  }
  expect(breaks).toBeGreaterThan(0);
  // The last went through: it is no empty table that was broken off.
  expect(told()).not.toEqual(before);
  const back = answers.tablesUse([]);
  finish(back);
  expect(told()).toEqual(before);
});
