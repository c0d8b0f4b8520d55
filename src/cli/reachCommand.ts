/** `sizhi reach`: what is reached along the streets, by whom, and who is left out. */
import { writeFileSync } from 'node:fs';
import { buildStreetGraph } from '../core/network/buildGraph.ts';
import { ownBasic, partsOf, withRuleCategories, type CategoryTree } from '../core/network/categoryTree.ts';
import { basicOf, circleRuleOf, type CircleRule } from '../core/network/circleRule.ts';
import { edgeListSha256 } from '../core/network/fingerprint.ts';
import { ReachEngine } from '../core/network/reachEngine.ts';
import { networkReport, type StreetGraph } from '../core/network/streetGraph.ts';
import { openNetwork, walledNetwork } from '../core/network/streetNetwork.ts';
import { translator, type Translate } from '../i18n/index.ts';
import { SEED_TREE } from '../io/streets/seedTree.ts';
import { profileOf } from './assessProfile.ts';
import { ExitCode, UsageError } from './exit.ts';
import { printReach } from './printReach.ts';
import { coverReach, type LimitBasis, type ReachCoverage } from './reachCoverage.ts';
import { reachInput, type ReachInput } from './reachInput.ts';
import { reachOptions, type ReachCall } from './reachOptions.ts';
import { reachProject, reachProjectJson, type ReachProject } from './reachProject.ts';
import { originsOf, type ReachOrigins } from './reachOrigins.ts';
import { describeStreetProblem, StreetRefusal, tellStreets } from './reachProblems.ts';
import { TableRefusals, tellRefusals } from './tableOptions.ts';

/** Below this a network is in pieces that no real town is. */
const LEAST_LARGEST_SHARE = 0.8;

export function reachCommand(argv: string[]): ExitCode {
  const call = reachOptions(argv);
  const t = translator(call.language);
  try {
    return reach(call, t);
  } catch (error) {
    if (error instanceof StreetRefusal) return tellStreets(error, call.json, t);
    if (error instanceof TableRefusals) return tellRefusals(error, call.json, t);
    throw error;
  }
}

export interface ReachOutcome {
  readonly call: ReachCall;
  readonly project: ReachProject | null;
  readonly input: ReachInput;
  readonly graph: StreetGraph;
  readonly origins: ReachOrigins;
  /** Of the reading that the call asks for; the other one beside it where there are walls. */
  readonly coverage: ReachCoverage | null;
  readonly otherCoverage: ReachCoverage | null;
  readonly isWalled: boolean;
  readonly rule: CircleRule;
  readonly notes: readonly string[];
  readonly timing: Readonly<Record<string, number>>;
}

function reach(given: ReachCall, t: Translate): ExitCode {
  const started = performance.now();
  const project = given.project === null ? null : reachProject(given.project);
  const { call, basis } = withLimitOf(project, given);
  const { rule, tree } = ruleOf(call.profile, project);
  const input = reachInput(call, project, tree, t);
  const readMs = performance.now() - started;
  const graph = buildStreetGraph(input.streets.source!, { gates: call.gates === 'osm' || project?.walk.barriers === true });
  if (graph.vertexCount === 0) throw new StreetRefusal([{ code: 'noStreets', severity: 'refused', file: call.streets, found: String(input.streets.facts.ways), expected: 'highway=*' }]);
  // Gates named in the call are walked by, whatever the project says of walls.
  const isWalled = call.gates === null ? project?.walled === true && call.compounds !== null && input.gates.length > 0 : call.gates !== 'osm';
  const open = new ReachEngine(openNetwork(graph));
  const engine = isWalled ? new ReachEngine(walledNetwork(graph, input.compounds, input.gates)) : open;
  const notes = [...input.notes, ...networkNotes(call, input, graph, engine, t)];
  const origins = originsOf(call, engine, input, t, notes);
  const coverage = coverReach(call, basis, engine, input, rule, t, notes);
  const otherCoverage = isWalled && coverage !== null ? coverReach(call, basis, open, input, rule, t, []) : null;
  if (call.out !== null) writeFileSync(call.out, JSON.stringify(origins.collection));
  if (call.nodesOut !== null) writeFileSync(call.nodesOut, `\ufefforigin,node,distanceMillimetres\r\n${origins.nodeRows.join('\r\n')}${origins.nodeRows.length > 0 ? '\r\n' : ''}`);
  const outcome: ReachOutcome = { call, project, input, graph, origins, coverage, otherCoverage, isWalled, rule, notes, timing: { readMs, reachMs: performance.now() - started - readMs } };
  for (const note of notes) process.stderr.write(`${note.replace(/[\u0000-\u001f\u007f-\u009f]/g, '·')}\n`);
  if (call.json) process.stdout.write(`${JSON.stringify(asJson(outcome, engine))}\n`);
  else printReach(outcome, t);
  return ExitCode.clean;
}

function networkNotes(call: ReachCall, { streets }: ReachInput, graph: StreetGraph, engine: ReachEngine, t: Translate): string[] {
  const notes = streets.problems.map((problem) => describeStreetProblem(problem, t));
  if (streets.partial) notes.push(t('reach.partial'));
  const { largestShare } = networkReport(graph);
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
  if (largestShare < LEAST_LARGEST_SHARE) notes.push(describeStreetProblem({ code: 'islands', severity: 'warning', file: call.streets, found: percent(largestShare), expected: percent(LEAST_LARGEST_SHARE) }, t));
  const walls = engine.network.walls?.report;
  if (walls === undefined) return notes;
  const names = walls.withoutGate.slice(0, 10).map((compound) => engine.network.compounds[compound]!.name ?? `#${compound}`).join('、');
  if (walls.withoutGate.length > 0) notes.push(t('reach.withoutGate', { count: walls.withoutGate.length, found: names }));
  if (walls.gatesAstray.length > 0) notes.push(t('reach.gatesAstray', { count: walls.gatesAstray.length }));
  if (walls.gatesWithoutStreet.length > 0) notes.push(t('reach.gatesWithoutStreet', { count: walls.gatesWithoutStreet.length }));
  return notes;
}

function asJson({ call, project, input, graph, origins, coverage, otherCoverage, isWalled, rule, notes, timing }: ReachOutcome, engine: ReachEngine) {
  const { components, largestShare, lengthMetres } = networkReport(graph);
  const nameOf = (compound: number) => engine.network.compounds[compound]!.name ?? `#${compound}`;
  const walls = engine.network.walls?.report;
  return {
    graph: { vertices: graph.vertexCount, edges: graph.edgeCount, edgeListSha256: edgeListSha256(graph), components, largestShare, lengthMetres },
    origins: origins.rows, originsLeftOut: origins.leftOut,
    coverage: coverage?.coverage ?? [], circle: coverage?.circle ?? [],
    ...(project === null ? {} : { project: reachProjectJson(project) }),
    reading: isWalled ? 'walled' : 'open', limit: coverage?.limit ?? null, speedMetresPerSecond: call.speedMetresPerSecond, rule: { profile: call.profile, ...rule },
    city: coverage?.city ?? null, pockets: coverage?.pockets ?? [], snapping: coverage?.snapping ?? null,
    ...(otherCoverage === null ? {} : { openReading: { coverage: otherCoverage.coverage, circle: otherCoverage.circle, city: otherCoverage.city } }),
    ...(walls === undefined ? {} : { walls: { withoutGate: walls.withoutGate.map(nameOf), gatesAstray: walls.gatesAstray, gatesWithoutStreet: walls.gatesWithoutStreet, cuts: walls.cuts } }),
    unmappedCategories: [...input.unmapped].map(([word, count]) => ({ word, count })),
    partial: input.streets.partial, problems: input.streets.problems, notes, timing,
  };
}

/** The circle as the profile fixes it, with what a project counts to it besides; and the categories by which words are read. */
function ruleOf(name: string, project: ReachProject | null): { rule: CircleRule; tree: CategoryTree } {
  const profile = profileOf(name);
  const fixed = basicOf(profile) ?? [];
  const rule = circleRuleOf(profile, project?.hasOwnCategories === true ? ownBasic(project.categories, fixed) : []);
  if (rule === null) throw new UsageError(`--profile: ${name} says nothing of the circle, expected circle.basic, circle.householdShare, circle.metres, circle.minutes`);
  return { rule, tree: withRuleCategories(project?.categories ?? SEED_TREE, partsOf(fixed)) };
}

/** A limit in the call holds before the project's, the project's before the profile's. */
function withLimitOf(project: ReachProject | null, call: ReachCall): { call: ReachCall; basis: LimitBasis } {
  if (call.isLimitGiven) return { call, basis: 'call' };
  const limit = project?.limit ?? null;
  if (limit === null) return { call, basis: 'profile' };
  const speed = limit.by === 'minutes' ? limit.speedMetresPerSecond : null;
  const millimetres = Math.round(limit.by === 'minutes' ? limit.minutes * 60_000 * limit.speedMetresPerSecond : limit.metres * 1000);
  return { call: { ...call, limits: [{ minutes: limit.by === 'minutes' ? limit.minutes : null, millimetres }], speedMetresPerSecond: speed, isLimitGiven: true }, basis: 'project' };
}
