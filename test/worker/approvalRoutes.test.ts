/** Every way of approval can be reached in the sample: by a community that a scenario creates in each zone, and outside all of them. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { finish } from '../../src/core/progress.ts';
import type { ApprovalView } from '../../src/worker/assessProtocol.ts';
import type { CommunityRow } from '../../src/worker/planProtocol.ts';
import { answersOf, Session } from '../../src/worker/session.ts';

const FILES = ['communities', 'district', 'declared', 'compounds', 'zones'];
const stamp = { by: '', when: '2026-01-01T00:00:00.000Z' };
const answers = answersOf(new Session());
/** Name of the zone, empty outside all; with the community that is divided there. */
const divided = new Map<string, CommunityRow>();
let approvals: ApprovalView[];

beforeAll(() => {
  const previews = finish(answers.inspect(FILES.map((name) => ({ name: `${name}.geojson`, bytes: new Uint8Array(readFileSync(`data/sample/${name}.geojson`)).buffer }))));
  finish(answers.load({ files: previews.map(({ fileIndex, guessedRole, guessedFields }) => ({ fileIndex, role: guessedRole, fields: guessedFields })) }));
  const { state } = finish(answers.planOpen({ firstScenario: '方案甲', restore: null }));
  finish(answers.assessOpen({ profile: 'xian', own: [], references: [], asOf: '2026-11-22', averagePayYuan: null }));
  for (const row of state.rows.changed) {
    const { now } = finish(answers.assessSheet({ unit: row.unit, draft: false }));
    const zone = now?.facts.find(({ name }) => name === 'zone')?.fact.value;
    if (typeof zone === 'string' && !divided.has(zone)) divided.set(zone, row);
  }
  for (const [zone, { id, bounds, labelPoint }] of divided) {
    const [west, , east] = bounds!;
    const line = [[west - 0.001, labelPoint![1]], [east + 0.001, labelPoint![1]]] as const;
    expect(finish(answers.planCommit({ command: { type: 'split', community: id, line, name: `新${zone}社区` }, stamp }))).not.toHaveProperty('rejection');
  }
  approvals = finish(answers.assessApprovals(null));
}, 120_000);

describe('communities created in the sample', () => {
  test('stand in every zone and outside all', () => {
    expect(divided.size).toBe(5);
    expect(approvals).toHaveLength(5);
    expect(new Set(approvals.map(({ zone }) => zone ?? ''))).toEqual(new Set(divided.keys()));
  });

  test('take each route that the documents have, and ask the city bureau where none is known', () => {
    expect(new Set(approvals.map(({ route }) => (route.known ? route.route : route.reason)))).toEqual(new Set(['1', '2', 'xixian', 'zoneUnknown']));
    for (const { route } of approvals) if (route.known) expect(route.steps.length).toBeGreaterThan(4);
  });

  test('outside all zones: the ordinary route', () => {
    expect(approvals.find(({ zone }) => zone === null)?.route).toMatchObject({ known: true, route: '1' });
  });
});
