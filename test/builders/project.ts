/** Projects: a small one with everything in it, and random ones. */
import fc from 'fast-check';
import type { Acceptance } from '../../src/core/coverage/accept.ts';
import { DEFAULT_TOLERANCES } from '../../src/core/coverage/defect.ts';
import type { Command } from '../../src/core/plan/command.ts';
import { openHistory } from '../../src/core/plan/history.ts';
import { toLog, type LogEntry } from '../../src/core/plan/log.ts';
import type { Project, ProjectFile } from '../../src/io/project/project.ts';
import { aPlan, play } from './history.ts';

export function aFile(name: string, content: string | Uint8Array, role = 'communities'): ProjectFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, role, fields: { code: '社区代码', name: '名称' }, encoding: 'utf-8', bytes };
}

const BASE = '{"type":"FeatureCollection","features":[]}\n';
const SURVEY: Acceptance = { defectId: 'O1-1', decision: 'accepted', reason: 'surveyAccuracy', note: '', role: '区划地名科', date: '2026-02-28' };

/** The project of a history played out as `line` says. */
export function aProject(line = 'a b fork:方案乙 c d < open:0 e', over: Partial<Project> = {}): Project {
  return {
    name: '示例区', madeBy: 'Sizhi 0.1.0',
    base: [aFile('社区.geojson', BASE), aFile('区界.geojson', '{}', 'parent')],
    datasets: [aFile('小区.csv', Uint8Array.of(0xd0, 0xa1, 0xc7, 0xf8, 0x0a), 'compounds')],
    tolerances: DEFAULT_TOLERANCES,
    acceptances: [SURVEY],
    signature: { role: '区划地名科', name: '测试员甲', signedAt: '2026-11-22T09:30:00.000Z' },
    profile: { id: 'xian-2023', overrides: [{ rule: 'size', most: 3000 }] },
    ...toLog(play(openHistory(aPlan(), '方案甲'), line)),
    ...over,
  };
}

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const degree = (most: number) => fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((steps) => steps / 1e7);
const position = fc.tuple(degree(180), degree(90));
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('rename' as const), community: words, name: words }),
  fc.record({ type: fc.constant('cut' as const), line: fc.array(position, { maxLength: 4 }) }),
  fc.record({ type: fc.constant('assign' as const), ground: fc.array(fc.record({ at: position }), { maxLength: 2 }), to: fc.option(words) }),
  fc.record({ type: fc.constant('countPart' as const), atom: words, community: words, households: fc.option(fc.nat(9999)), people: fc.option(fc.nat(9999)), source: words }),
);

/** A tree of steps: each hangs from an earlier one. */
const log: fc.Arbitrary<LogEntry[]> = fc.array(fc.tuple(fc.nat(), command, words), { maxLength: 12 }).map((list) =>
  list.map(([parent, given, by], i) => ({ id: i + 1, parent: parent % (i + 1), command: given, stamp: { by, when: '2026-11-22T09:30:00Z' } })));

const file: fc.Arbitrary<ProjectFile> = fc.record({
  name: words, role: fc.constantFrom('communities', 'parent', 'context', 'compounds'),
  fields: fc.dictionary(fc.constantFrom('code', 'name', 'households'), words, { noNullPrototype: true }),
  encoding: fc.constantFrom('utf-8', 'gb18030', null),
  bytes: fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }).map((text) => new TextEncoder().encode(text))),
});

const safeJson = fc.jsonValue({ maxDepth: 4 }).filter((value) => !/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value)));

/** JSON as it is once read: minus zero is zero. */
export const anyProject: fc.Arbitrary<Project> = fc.record({
  name: words, madeBy: words, base: fc.array(file, { maxLength: 3 }), datasets: fc.array(file, { maxLength: 2 }),
  tolerances: fc.constant(DEFAULT_TOLERANCES), acceptances: fc.constantFrom<Acceptance[]>([], [SURVEY]),
  signature: fc.option(fc.record({ role: words, name: words, signedAt: words })),
  profile: safeJson.map((value) => JSON.parse(JSON.stringify(value)) as unknown), log,
  heads: fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.boolean()), { minLength: 1, maxLength: 3 }),
}).map(({ heads, ...rest }) => {
  const scenarios = heads.map(([at, back, deleted], id) => {
    let head = at % (rest.log.length + 1);
    const undone: number[] = [];
    for (let i = 0; i < back && head > 0; i++) {
      undone.push(head);
      head = rest.log[head - 1]!.parent;
    }
    return { id, name: `方案${id}`, base: 0, head, undone, deleted: deleted && id > 0 };
  });
  return { ...rest, pointers: { scenarios, current: heads[0]![1] === 0 ? null : 0 } };
});
