import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMessageKey } from '../../src/i18n/index.ts';
import { openHistory } from '../../src/core/plan/history.ts';
import { toLog } from '../../src/core/plan/log.ts';
import { replay } from '../../src/core/plan/replay.ts';
import { crc32 } from '../../src/io/project/crc32.ts';
import { baseFingerprint, fingerprintOf } from '../../src/io/project/fingerprint.ts';
import { joined } from '../../src/io/project/fileParts.ts';
import { PART_BYTES } from '../../src/io/project/format.ts';
import { sealLine } from '../../src/io/project/lines.ts';
import { mergeProjects } from '../../src/io/project/mergeProjects.ts';
import { PROJECT_PROBLEM_CODES, type Project, type ReadProject } from '../../src/io/project/project.ts';
import { looksLikeProject, readProject } from '../../src/io/project/readProject.ts';
import { writeProject } from '../../src/io/project/writeProject.ts';
import { aPlan, applyBut } from '../builders/history.ts';
import { aFile, anyProject, aProject } from '../builders/project.ts';

const SEED = 20261122;
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const linesOf = (project: Project): string[] => text(writeProject(project)).split('\n').slice(0, -1);
const fromLines = (lines: readonly string[]): ReadProject => readProject(new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')));
const told = ({ problems }: ReadProject): string[] => problems.map(({ code, line, subject }) => [code, line, subject].filter((part) => part !== null).join(' '));
const sealed = (record: Record<string, unknown> | string): string =>
  typeof record === 'string' ? `${crc32(new TextEncoder().encode(record)).toString(16).padStart(8, '0')} ${record}` : text(sealLine(record)).trimEnd();

/** The lines with one of them changed: the first whose record begins so. */
function changed(lines: readonly string[], start: string, change: (line: string) => string[]): string[] {
  const at = lines.findIndex((line) => line.includes(start));
  expect(at).toBeGreaterThanOrEqual(0);
  return lines.flatMap((line, i) => (i === at ? change(line) : [line]));
}
const withRecord = (start: string, record: Record<string, unknown> | string): ReadProject => fromLines(changed(linesOf(aProject()), start, () => [sealed(record)]));

describe('round trip', () => {
  test('a project comes back whole, and is written the same to the byte', () => {
    const project = aProject();
    const bytes = writeProject(project);
    const again = readProject(bytes);
    expect(again).toEqual({ project, problems: [], rescued: false, missing: [] });
    expect(writeProject(again.project!)).toEqual(bytes);
    expect(looksLikeProject(bytes)).toBe(true);
    expect(looksLikeProject(new TextEncoder().encode('{"type":"FeatureCollection"}'))).toBe(false);
  });

  test('any project', () => {
    fc.assert(fc.property(anyProject, (project) => {
      const bytes = writeProject(project);
      const again = readProject(bytes);
      expect(again.problems).toEqual([]);
      expect(again.project).toEqual(project);
      expect(writeProject(again.project!)).toEqual(bytes);
    }), { seed: SEED, numRuns: 150 });
  });

  test('members in another order give the same bytes', () => {
    const project = aProject();
    const turned = { ...project, log: project.log.toReversed().map(({ id, parent, command, stamp }) => ({ stamp, command: Object.fromEntries(Object.entries(command).reverse()) as typeof command, parent, id })) };
    expect(writeProject(turned)).toEqual(writeProject(project));
  });

  test.each([
    ['empty', new Uint8Array(0)],
    ['one part exactly', new Uint8Array(PART_BYTES).fill(65)],
    ['characters across the cut', new TextEncoder().encode(`a${'社𠮷é'.repeat(60_000)}`)],
    ['bytes that are no text, across the cut', Uint8Array.from({ length: PART_BYTES * 2 + 7 }, (_, i) => (i * 31) & 255)],
    ['continuation bytes only', new Uint8Array(PART_BYTES + 9).fill(0x80)],
    ['a byte-order mark and nulls', Uint8Array.of(0xef, 0xbb, 0xbf, 0, 10, 13, 34, 92, 0xe2, 0x80, 0xa8)],
  ])('file bytes: %s', (_, bytes) => {
    const project = aProject('', { base: [aFile('x', bytes)] });
    expect(Buffer.compare(readProject(writeProject(project)).project!.base[0]!.bytes, bytes)).toBe(0);
  });

  test('a log that no longer applies is saved again as it was', () => {
    const project = aProject();
    const { history, skipped } = replay(aPlan(), project.log, project.pointers, applyBut('b'));
    expect(skipped.length).toBeGreaterThan(0);
    expect(writeProject({ ...project, ...toLog(history) })).toEqual(writeProject(project));
  });

  test('line ends of mail and a byte-order mark are forgiven', () => {
    const project = aProject();
    const mailed = `\uFEFF${text(writeProject(project)).replaceAll('\n', '\r\n')}`;
    expect(readProject(new TextEncoder().encode(mailed))).toMatchObject({ project, problems: [] });
  });

  test('the last line feed may be missing', () => {
    expect(readProject(writeProject(aProject()).slice(0, -1)).problems).toEqual([]);
  });
});

describe('sums', () => {
  test('CRC-32 as others compute it', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect([crc32(new Uint8Array(0)), crc32(Uint8Array.of(0)), crc32(Uint8Array.of(255, 255, 255, 255, 255))]).toEqual([0, 0xd202ef8d, 0xd2fd1072]);
  });

  test('fingerprints of bytes that differ a little differ', () => {
    const texts = ['', '\0', '\0\0', 'a', 'b', 'ab', 'ba', 'abcd', 'abce', 'abcd\0', ...Array.from({ length: 2000 }, (_, i) => `面${i}`)];
    expect(new Set(texts.map((each) => fingerprintOf(new TextEncoder().encode(each)))).size).toBe(texts.length);
  });
});

describe('refused', () => {
  const bytesOf = (content: string) => new TextEncoder().encode(content);
  test.each([
    ['nothing', bytesOf(''), 'empty', '0'],
    ['another file', bytesOf('{"type":"FeatureCollection","features":[]}'), 'notProject', '{"type":"FeatureCollection","features":[]}'],
    ['an archive', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'notProject', 'PK'],
    ['a newer version', bytesOf(`${sealed({ r: 'header', format: 'sizhi-project', version: 2, made: 1 })}\n`), 'newerVersion', '2'],
    ['an older version without a way', bytesOf(`${sealed({ r: 'header', format: 'sizhi-project', version: 0 })}\n`), 'olderVersion', '0'],
    ['a version that is none', bytesOf(`${sealed({ r: 'header', format: 'sizhi-project', version: 'x' })}\n`), 'olderVersion', 'x'],
    ['another format in lines', bytesOf(`${sealed({ r: 'header', format: 'other', version: 1, madeBy: '', name: '' })}\n`), 'notProject', 'other'],
  ])('%s', (_, bytes, code, found) => {
    const { project, problems } = readProject(bytes);
    expect(project).toBeNull();
    expect(problems).toMatchObject([{ code, severity: 'refused', found }]);
    expect(problems[0]!.expected).not.toBeNull();
  });
});

describe('migration', () => {
  test('records of an earlier version are brought to the present form', () => {
    const migrations = [{
      from: 0,
      // Version 0 as it might have been: a step was called `step`, and pointers stood in one record.
      migrate: (record: Record<string, unknown>) => {
        if (record.r === 'step') return [{ ...record, r: 'entry' }];
        if (record.r === 'pointers') return [{ r: 'open', scenario: record.current }, ...(record.scenarios as Record<string, unknown>[]).map((each) => ({ r: 'scenario', ...each }))];
        if (record.r === 'broken') throw new Error('no such thing');
        return [record];
      },
    }];
    const project = aProject();
    const now = linesOf(project).map((line) => JSON.parse(line.slice(9)) as Record<string, unknown>);
    const scenarios = now.filter(({ r }) => r === 'scenario').map(({ r: _, ...members }) => members);
    const old = now.flatMap((record) =>
      record.r === 'header' ? [{ ...record, version: 0 }] : record.r === 'entry' ? [{ ...record, r: 'step' }] :
      record.r === 'open' ? [{ r: 'pointers', current: record.scenario, scenarios }] : record.r === 'scenario' ? [] : [record]);
    const lines = old.map((record) => sealed(record.r === 'end' ? { r: 'end', lines: old.length - 1 } : record));
    const bytes = new TextEncoder().encode(lines.join('\n'));
    expect(readProject(bytes, { migrations })).toMatchObject({ project, problems: [] });
    expect(readProject(bytes)).toMatchObject({ project: null, problems: [{ code: 'olderVersion', found: '0', expected: '1' }] });
    const broken = new TextEncoder().encode([...lines.slice(0, -1), sealed({ r: 'broken' }), lines.at(-1)!].join('\n'));
    expect(told(readProject(broken, { migrations }))).toEqual([`badRecord ${lines.length} broken`, `missingLines ${lines.length + 1}`]);
  });
});

describe('rescue', () => {
  const project = aProject('a b c d fork:方案乙 e < open:0 < <');
  const lines = linesOf(project);
  const spoiled = (start: string, from: string, to: string) => fromLines(changed(lines, start, (line) => [line.replace(from, to)]));

  test('a damaged step: named, with what follows from it; the rest is there', () => {
    const result = spoiled('"r":"entry","id":2', '"name":"b"', '"name":"x"');
    const line = lines.findIndex((each) => each.includes('"r":"entry","id":2')) + 1;
    expect(told(result)).toEqual([`damagedLine ${line} entry 2 b`.replace(' b', ' x'), 'lostEntry entry 3', 'lostEntry entry 4', 'lostEntry entry 5', 'fellBack 方案甲', 'fellBack 方案乙']);
    expect(result.rescued).toBe(true);
    expect(result.project!.log.map(({ id }) => id)).toEqual([1, 3, 4, 5]);
    // 方案甲 stood on 2 with 3 and 4 undone, 方案乙 on 4.
    expect(result.project!.pointers.scenarios.map(({ head, undone }) => [head, undone])).toEqual([[1, []], [1, []]]);
    expect(result.project!.base).toEqual(project.base);
    const again = readProject(writeProject(result.project!));
    expect(again.project).toEqual(result.project);
  });

  test('a head that is lost: its scenario stands on the step before it', () => {
    const straight = aProject('a b c');
    const result = fromLines(changed(linesOf(straight), '"r":"entry","id":3', () => ['garbage']));
    expect(result.problems.find(({ code }) => code === 'fellBack')).toMatchObject({ found: '3', expected: '2' });
    expect(result.project!.pointers.scenarios[0]!.head).toBe(2);
    // What is replayed is what was on screen one step earlier.
    const { history } = replay(aPlan(), result.project!.log, result.project!.pointers, applyBut());
    expect(history.revisions.map(({ id }) => id)).toEqual([0, 1, 2]);
  });

  test('steps behind a lost one keep their numbers in the history', () => {
    const result = spoiled('"r":"entry","id":2', '"b"', '"x"');
    const { history, skipped } = replay(aPlan(), result.project!.log, result.project!.pointers, applyBut());
    expect(skipped.map(({ entry }) => entry.id)).toEqual([3, 4, 5]);
    expect(toLog(history).log).toEqual(result.project!.log);
  });

  test('redo that is lost', () => {
    const result = spoiled('"r":"entry","id":4', '"d"', '"x"');
    expect(result.problems.filter(({ code }) => code === 'fellBack')).toMatchObject([
      { subject: '方案甲', member: 'undone', found: '2', expected: '1' }, { subject: '方案乙', member: 'head', found: '4', expected: '3' },
    ]);
  });

  test('a lost header, a lost scenario, all scenarios lost', () => {
    const noHeader = fromLines(['xxxx', ...lines.slice(1)]);
    expect(told(noHeader)).toEqual(['damagedLine 1', 'headerLost']);
    expect(noHeader.project!.log).toEqual(project.log);
    const oneScenario = spoiled('"r":"scenario","id":0', '方案甲', '方案丙');
    expect(told(oneScenario)[0]).toMatch(/damagedLine \d+ scenario 0 方案丙/);
    expect(oneScenario.project!.pointers).toMatchObject({ scenarios: [{ name: '方案乙' }], current: 1 });
    const none = readProject(new TextEncoder().encode(lines.filter((line) => !line.includes('"r":"scenario"')).join('\n')), { rescuedName: '找回的方案' });
    expect(told(none)).toEqual([`missingLines ${lines.length - 2}`, 'scenariosLost 找回的方案']);
    expect(none.project!.pointers).toEqual({ scenarios: [{ id: 0, name: '找回的方案', base: 0, head: 5, undone: [], deleted: false }], current: 0 });
  });

  test('a file of which a part is damaged is missing, and named with its fingerprint; all else stands', () => {
    const result = spoiled('"r":"part","file":1', '{}', '[]');
    expect(told(result)).toEqual([expect.stringMatching(/^damagedLine \d+ part 1$/), 'fileLost 区界.geojson']);
    expect(result.missing).toMatchObject([{ name: '区界.geojson', group: 'base', role: 'parent', byteLength: 2 }]);
    expect(result.project!.base.map(({ name }) => name)).toEqual(['社区.geojson']);
    expect(result.project!.log).toEqual(project.log);
  });

  test('a cut file: the log comes before the bulk', () => {
    const bytes = writeProject(project);
    const result = readProject(bytes.slice(0, Buffer.from(bytes).indexOf('"r":"part"')));
    expect(result.project!.log).toEqual(project.log);
    expect(result.project!.pointers).toEqual(project.pointers);
    expect(result.problems.map(({ code }) => code)).toContain('truncated');
    expect(result.missing).toHaveLength(3);
  });

  test('two files in one, a line twice, a line left out, blank lines', () => {
    expect(told(fromLines([...lines, lines[3]!]))).toEqual([`afterEnd ${lines.length + 1}`]);
    expect(told(fromLines(changed(lines, '"r":"entry","id":1', (line) => [line, line])))).toEqual([expect.stringMatching(/^repeatedRecord \d+ entry 1$/), expect.stringMatching(/^missingLines/)]);
    expect(told(fromLines(changed(lines, '"r":"signature"', () => [])))).toEqual([`missingLines ${lines.length - 1}`]);
    expect(fromLines(lines.flatMap((line) => ['', line])).problems).toEqual([]);
  });

  test('cut or changed anywhere, it never throws and never makes a step up', () => {
    const files: Project = { ...project, base: [aFile('社区.geojson', '{"x":1}')] };
    const bytes = writeProject(files);
    const known = new Map(files.log.map((entry) => [entry.id, JSON.stringify(entry)]));
    const check = (damaged: Uint8Array) => {
      const result = readProject(damaged);
      for (const entry of result.project?.log ?? []) expect(JSON.stringify(entry)).toBe(known.get(entry.id));
      for (const { name, bytes: content } of [...(result.project?.base ?? []), ...(result.project?.datasets ?? [])]) {
        expect(content).toEqual([...files.base, ...files.datasets].find((file) => file.name === name)?.bytes);
      }
      const living = new Set([0, ...(result.project?.log ?? []).map(({ id }) => id)]);
      for (const { head } of result.project?.pointers.scenarios ?? []) expect(living.has(head)).toBe(true);
      if (result.project) {
        // What is not reported is not there: silence means that the project is whole.
        if (!result.rescued) expect(writeProject(result.project)).toEqual(bytes);
        replay(aPlan(), result.project.log, result.project.pointers, applyBut());
      }
    };
    fc.assert(fc.property(fc.nat(bytes.length - 2), (length) => { check(bytes.slice(0, length)); }), { seed: SEED, numRuns: 150 });
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 5 }), (flips) => {
      const damaged = bytes.slice();
      for (const [at, bits] of flips) damaged[at]! ^= bits;
      check(damaged);
    }), { seed: SEED, numRuns: 300 });
    fc.assert(fc.property(fc.nat(lines.length - 1), fc.nat(lines.length - 1), (a, b) => {
      check(new TextEncoder().encode(linesOf(files).filter((_, i) => i !== a && i !== b).join('\n')));
    }), { seed: SEED, numRuns: 60 });
  });
});

describe('hostile files', () => {
  const entry = { r: 'entry', id: 1, parent: 0, command: { type: 'rename', community: '甲', name: '乙' }, stamp: { by: '', when: '' } };
  test.each([
    ['"r":"entry","id":1', '{"r":"entry","__proto__":{"id":1},"id":1,"parent":0,"command":{"type":"lock","communities":[],"locked":true},"stamp":{"by":"","when":""}}', '__proto__'],
    ['"r":"entry","id":1', { ...entry, id: 4e9 }, 'id'],
    ['"r":"entry","id":1', { ...entry, parent: 1 }, 'parent'],
    ['"r":"entry","id":1', { ...entry, command: { type: 'constructor' } }, 'command.type'],
    ['"r":"entry","id":1', { ...entry, command: { ...entry.command, plan: [] } }, 'command.plan'],
    ['"r":"entry","id":1', { ...entry, stamp: [] }, 'stamp'],
    ['"r":"scenario","id":0', { r: 'scenario', id: 0, name: '甲', base: 0, head: 3, undone: [], deleted: false, line: Array(1000).fill([0, 200000]) }, 'line[0]'],
    ['"r":"scenario","id":0', { r: 'scenario', id: 1e9, name: '甲', base: 0, head: 3, undone: [], deleted: false, line: [] }, 'id'],
    ['"r":"file","file":0', { r: 'file', file: 0, group: 'base', name: 'x', role: 'y', fields: { constructor: 'z' }, encoding: null, bytes: 1, fingerprint: '' }, 'fields'],
    ['"r":"file","file":0', { r: 'file', file: 0, group: 'base', name: 'x', role: 'y', fields: {}, encoding: null, bytes: 1e15, fingerprint: '' }, 'bytes'],
    ['"r":"part","file":0', { r: 'part', file: 0, part: 0, base64: '§§' }, 'base64'],
    ['"r":"part","file":0', { r: 'part', file: 0, part: 0, text: 'x', base64: 'eA==' }, 'text'],
    ['"r":"profile"', '{"r":"profile","profile":{"a":{"__proto__":{"polluted":1}}}}', 'profile'],
    ['"r":"profile"', `{"r":"profile","profile":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'profile'],
    ['"r":"tolerances"', { r: 'tolerances', gridMetres: -1, matchMetres: 1, sliverMetres: 1 }, 'gridMetres'],
    ['"r":"acceptance"', { r: 'acceptance', defectId: 'x', decision: 'ignored', reason: 'other', note: 'n', role: 'r', date: '2026-01-01' }, 'decision'],
    ['"r":"open"', { r: 'open', scenario: 'x' }, 'scenario'],
  ])('%s', (start, record, member) => {
    const result = withRecord(start, record);
    expect(result.problems[0]).toMatchObject({ code: 'badRecord', member, line: expect.any(Number) as number, found: expect.any(String) as string });
    expect(result.project).not.toBeNull();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('a record of no known type, a line that is no object', () => {
    expect(withRecord('"r":"profile"', { r: '__proto__' }).problems).toMatchObject([{ code: 'unknownRecord', found: '__proto__' }]);
    expect(withRecord('"r":"profile"', { r: 7 }).problems).toMatchObject([{ code: 'unknownRecord', found: 'number' }]);
    expect(withRecord('"r":"profile"', '[1,2]').problems).toMatchObject([{ code: 'damagedLine' }]);
    expect(withRecord('"r":"profile"', '{"r":"profile",').problems).toMatchObject([{ code: 'damagedLine' }]);
  });

  test('names given twice and pointers to nowhere', () => {
    const lines = linesOf(aProject('a fork:方案乙 b'));
    const twice = fromLines(changed(lines, '"r":"scenario","id":1', () => [sealed({ r: 'scenario', id: 1, name: '方案甲', base: 9, head: 7, undone: [8], deleted: false, line: [[1, 5]] })]));
    expect(twice.project!.pointers.scenarios[1]).toEqual({ id: 1, name: '方案甲（2）', base: 0, head: 2, undone: [], deleted: false });
    expect(told(twice)).toEqual(['fellBack 方案甲', 'repeatedRecord scenario 1']);
  });

  test('a hundred megabytes of one line, of short lines, of a real project', () => {
    const big = new Uint8Array(100_000_000).fill(65);
    expect(readProject(big).problems).toMatchObject([{ code: 'notProject' }]);
    for (let i = 0; i < big.length; i += 40) big[i] = 10;
    expect(readProject(big).problems).toMatchObject([{ code: 'notProject' }]);
    const head = new TextEncoder().encode(`${linesOf(aProject())[0]!}\n`);
    const { problems } = readProject(joined([head, big.subarray(0, 20_000_000)]));
    expect(problems.length).toBeLessThan(250);
    expect(problems.find(({ code }) => code === 'damagedLine')).toBeDefined();
    expect(problems.reduce((sum, { code, more }) => sum + (code === 'damagedLine' ? 1 + (more ?? 0) : 0), 0)).toBe(500_000);
    const project = aProject('a', { base: [aFile('大.geojson', big.subarray(0, 30_000_000))], datasets: [] });
    const bytes = writeProject(project);
    const again = readProject(bytes);
    expect(again.problems).toEqual([]);
    expect(Buffer.compare(again.project!.base[0]!.bytes, big.subarray(0, 30_000_000))).toBe(0);
  });

  test('lines beyond the limit are passed over without being read', () => {
    const lines = linesOf(aProject());
    const long = new Uint8Array(64 * 1024 ** 2 + 1).fill(65);
    const bytes = joined([new TextEncoder().encode(`${lines[0]!}\n`), long, new TextEncoder().encode(`\n${lines.slice(1).join('\n')}`)]);
    const { project, problems } = readProject(bytes);
    expect(problems).toMatchObject([{ code: 'lineTooLong', line: 2, found: String(long.length) }, { code: 'missingLines' }]);
    expect(project!.log).toEqual(aProject().log);
  });

  test('no bytes whatever make it throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, headed) => {
      readProject(headed ? joined([new TextEncoder().encode(`${linesOf(aProject())[0]!}\n`), bytes]) : bytes);
    }), { seed: SEED, numRuns: 200 });
    fc.assert(fc.property(fc.array(fc.record({ r: fc.constantFrom('header', 'tolerances', 'signature', 'acceptance', 'profile', 'open', 'scenario', 'entry', 'file', 'part', 'end') }, { requiredKeys: ['r'] }).chain((record) =>
      fc.dictionary(fc.constantFrom('id', 'parent', 'command', 'stamp', 'name', 'head', 'undone', 'line', 'file', 'part', 'text', 'bytes', 'fields', 'scenario', 'profile', 'lines', '__proto__'), fc.jsonValue()).map((more) => ({ ...more, ...record }))), { maxLength: 8 }), (list) => {
      readProject(new TextEncoder().encode([linesOf(aProject())[0]!, ...list.map((record) => sealed(record))].join('\n')));
    }), { seed: SEED, numRuns: 200 });
  });
});

describe('merging', () => {
  const merged = (ours: Project, theirs: Project) => {
    const result = mergeProjects(ours, theirs);
    if (!result.ok) throw new Error(result.problem.code);
    return result;
  };
  const namesAt = (project: Project, scenario: number): string => {
    const { history, skipped } = replay(aPlan(), project.log, { ...project.pointers, current: scenario }, applyBut());
    expect(skipped).toEqual([]);
    const { head } = history.scenarios.find(({ id }) => id === scenario)!;
    return (history.revisions[head]!.plan as unknown as { names: string[] }).names.join('');
  };

  test('their scenarios come in beside ours, renumbered, with their steps', () => {
    const ours = aProject('a b');
    const theirs = aProject('x y fork:方案乙 z');
    const { project, added, same, entriesAdded } = merged(ours, theirs);
    expect(added).toEqual([{ id: 1, name: '方案甲（2）', theirName: '方案甲' }, { id: 2, name: '方案乙', theirName: '方案乙' }]);
    expect([same, entriesAdded]).toEqual([[], 3]);
    expect([0, 1, 2].map((id) => namesAt(project, id))).toEqual(['ab', 'xy', 'xyz']);
    expect(project.log.slice(0, 2)).toEqual(ours.log);
    expect(project.pointers.current).toBe(ours.pointers.current);
    expect(readProject(writeProject(project))).toMatchObject({ project, problems: [] });
  });

  test('a copy of ours that went on shares what it shares; merged again it brings nothing', () => {
    const ours = aProject('a b c < d');
    const theirs = aProject('a b c < d e');
    const { project, added, entriesAdded } = merged(ours, theirs);
    expect([added.map(({ name }) => name), entriesAdded]).toEqual([['方案甲（2）'], 1]);
    expect(namesAt(project, 1)).toBe('abde');
    expect(merged(ours, ours)).toMatchObject({ added: [], same: ['方案甲'], entriesAdded: 0, project: ours });
  });

  test('files in another order under other names are the same base; other bytes or roles are not', () => {
    const ours = aProject();
    const [one, two] = ours.base as [Project['base'][0], Project['base'][0]];
    expect(mergeProjects(ours, { ...ours, base: [{ ...two, name: 'b' }, { ...one, name: 'a' }] }).ok).toBe(true);
    const other = { ...ours, base: [aFile('他.geojson', 'x'), two] };
    expect(mergeProjects(ours, other)).toMatchObject({
      ok: false,
      problem: { code: 'otherBase', severity: 'refused', found: `他.geojson, 区界.geojson ${baseFingerprint(other.base)}`, expected: `社区.geojson, 区界.geojson ${baseFingerprint(ours.base)}` },
    });
    expect(mergeProjects(ours, { ...ours, base: [{ ...one, role: 'declared' }, two] }).ok).toBe(false);
  });

  test('too many steps', () => {
    const ours = aProject('a');
    const far = { ...ours, log: [{ ...ours.log[0]!, id: 200_000 }] };
    expect(mergeProjects(far, aProject('x'))).toMatchObject({ ok: false, problem: { code: 'tooManyEntries', found: '200001' } });
  });

  test('any two of one base: ours stays, every scenario of theirs stands on the same ground', () => {
    fc.assert(fc.property(anyProject, anyProject, (one, two) => {
      const ours = { ...one, base: [] };
      const theirs = { ...two, base: [] };
      const { project } = merged(ours, theirs);
      expect(project.log.slice(0, ours.log.length)).toEqual(ours.log);
      expect(readProject(writeProject(project)).problems).toEqual([]);
      const again = merged(project, theirs);
      expect(again.entriesAdded).toBe(0);
      const line = (from: Project, head: number) => replay(openHistory(aPlan(), '').revisions[0]!.plan, from.log, { scenarios: [{ id: 0, name: '', base: 0, head, undone: [], deleted: false }], current: 0 }, applyBut());
      const { added } = merged(ours, theirs);
      for (const { id, theirName } of added) {
        const here = project.pointers.scenarios.find((scenario) => scenario.id === id)!;
        const there = theirs.pointers.scenarios.find(({ name }) => name === theirName)!;
        expect(line(project, here.head).history.revisions[here.head]!.plan).toEqual(line(theirs, there.head).history.revisions[there.head]!.plan);
      }
    }), { seed: SEED, numRuns: 80 });
  });
});

test('every problem has its words', () => {
  for (const code of PROJECT_PROBLEM_CODES) expect(isMessageKey(`projectProblem.${code}`)).toBe(true);
});
