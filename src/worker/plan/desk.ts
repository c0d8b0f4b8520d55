/**
 * Where plans are worked on: holds the history, the figures of each plan and what the plans stand on, and answers what the page
 * asks. Each answer is a function of the history; nothing here is the truth but the history itself.
 */
import { buildCoverage } from '../../core/coverage/build.ts';
import { boundaryPaths, nearestBoundary } from '../../core/coverage/boundary.ts';
import { checkCoverage } from '../../core/coverage/check.ts';
import { DEFAULT_TOLERANCES, DEFECT_CLASSES, type CheckResult, type CheckTolerances } from '../../core/coverage/defect.ts';
import { faceAt } from '../../core/coverage/faceAt.ts';
import { halvesOf, leftFace, OUTSIDE_FACE } from '../../core/coverage/coverage.ts';
import type { PolygonLayer } from '../../core/coverage/layer.ts';
import { unitsGivenOtherwise } from '../../core/facts/inScenario.ts';
import { PagedArray } from '../../core/pagedArray.ts';
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import type { Figures } from '../../core/households/figures.ts';
import { applyCommand } from '../../core/plan/apply.ts';
import type { Command } from '../../core/plan/command.ts';
import { addedDepartures, type Surroundings } from '../../core/plan/departures.ts';
import { degreesOf } from '../../core/plan/edit.ts';
import { changedUnits } from '../../core/plan/fates.ts';
import { commit, goTo, headPlan, openHistory, openScenario, redo, stepsOf, undo } from '../../core/plan/history.ts';
import { entryOf, pointersOf } from '../../core/plan/log.ts';
import { openPlan } from '../../core/plan/open.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { planLayer } from '../../core/plan/planLayer.ts';
import { holdsSameGround } from '../../core/plan/sameGround.ts';
import type { Rejection, Result } from '../../core/plan/rejection.ts';
import { DEFAULT_REPAIR_OPTIONS, proposeRepair } from '../../core/plan/repair/propose.ts';
import { replaying } from '../../core/plan/replay.ts';
import type { History, Revision } from '../../core/plan/revision.ts';
import { writtenShapes } from '../../core/plan/writtenShapes.ts';
import { deleteScenario, fork, rename, restoreScenario, switchTo } from '../../core/plan/scenarios.ts';
import type { Work } from '../../core/progress.ts';
import { writePlan } from '../../io/geojson/writePlan.ts';
import type { TablesReading } from '../../io/tables/readTables.ts';
import type { CommunityRow, PlanAnswer, PlanApi, PlanFinding, PlanNews } from '../planProtocol.ts';
import type { CheckReport } from '../protocol.ts';
import { rejectionOf } from './can.ts';
import { compareSides } from './compare.ts';
import { sourceUnits, streetsOf, surroundingsOf, type PlanFiles } from './dataset.ts';
import { FigureBook } from './figureBook.ts';
import { commandNames } from './names.ts';
import { openGroundOf } from './open.ts';
import { draftLayers, overlayOf, planBase } from './overlay.ts';
import { PaintGround } from './paint.ts';
import { previewRepair } from './repair.ts';
import { PlanMirror } from './mirror.ts';
import { communityRow, totalsOf } from './rows.ts';
import { cutCompounds, departuresIn, findingOf } from './sides.ts';
import { indexStreets, snap, type StreetIndex } from './snap.ts';

type Ask<N extends keyof PlanApi> = Parameters<PlanApi[N]>[0];
type Answer<N extends keyof PlanApi> = Work<ReturnType<PlanApi[N]>>;

interface Open {
  history: History;
  base: Plan;
  surroundings: Surroundings;
  mirror: PlanMirror;
  streets: StreetIndex;
  paint: PaintGround;
}

/** What a command does to a community beside its ground. */
function differ(before: CommunityRow, after: CommunityRow): boolean {
  return before.households.value !== after.households.value || before.people.value !== after.people.value || before.pieces !== after.pieces
    || before.name !== after.name || before.kind !== after.kind;
}

/** Where a log lost its scenarios, one stands on the last step that could be carried out. */
function withScenarioOpen(history: History, name: string): History {
  if (history.scenarios.some(({ deleted }) => !deleted)) return history;
  const last = history.revisions.findLast(({ skipped }) => !skipped)!;
  const forked = fork(history, name, last.id);
  return forked.ok ? forked.value : history;
}

export class PlanDesk {
  private opened: Open | null = null;
  private readonly figures: FigureBook;
  private readonly checks = new WeakMap<Plan, CheckResult>();
  private readonly stepNames = new WeakMap<Revision, string[]>();
  /** The last command tried and what it gave: committing it does not work it out again. */
  private tried: { head: Plan; text: string; result: Result<Plan> } | null = null;

  constructor(private readonly files: PlanFiles) {
    this.figures = new FigureBook(files.tables);
  }

  *planOpen({ firstScenario, restore }: Ask<'planOpen'>): Answer<'planOpen'> {
    const { units, parent, summaries } = this.files;
    const coverage = yield* buildCoverage({ units, parent, subdistrictOf: (unit) => summaries[unit]?.subdistrict ?? null });
    const base = openPlan(coverage, sourceUnits(summaries));
    yield* this.figures.open(base);
    const replayed = restore ? yield* replaying(base, restore.log, restore.pointers, applyCommand) : null;
    const streets = streetsOf(this.files.context());
    const surroundings = surroundingsOf(this.files);
    this.opened = {
      history: replayed ? withScenarioOpen(replayed.history, firstScenario) : openHistory(base, firstScenario), base, surroundings, mirror: new PlanMirror(base, surroundings),
      streets: indexStreets(streets), paint: new PaintGround(coverage, this.files.atoms, streets),
    };
    return { ...this.answer(null), base: planBase(base), skipped: replayed?.skipped ?? [], fallen: replayed?.fallen ?? [] };
  }

  *planState(_: Ask<'planState'>): Answer<'planState'> {
    this.need().mirror.forget();
    return this.answer(null);
  }

  *planTry({ command }: Ask<'planTry'>): Answer<'planTry'> {
    const started = performance.now();
    const head = this.head();
    const result = this.try(head, command);
    if (!result.ok) return { ok: false, rejection: result.rejection };
    const { base, surroundings } = this.need();
    const draft = result.value;
    const touched = changedUnits(head, draft);
    // Their ground is as it was; what the rules say of them may not be.
    const given = unitsGivenOtherwise(head, draft);
    const changed = changedUnits(base, draft);
    const changedBefore = changedUnits(base, head);
    const sides = [...new Set([...touched, ...given])].sort((p, q) => p - q).filter((unit) => draft.units.get(unit).role === 'community').map((unit) => ({
      unit,
      before: unit < head.units.length ? communityRow(base, head, this.figuresOf(head), unit, changedBefore) : null,
      after: draft.units.get(unit).abolished ? null : communityRow(base, draft, this.figuresOf(draft), unit, changed),
    })).filter(({ unit, before, after }) => before === null || after === null || given.has(unit) || differ(before, after) || !holdsSameGround(head, draft, unit));
    return { ok: true, sides, adds: this.added(head, draft, touched, surroundings), ...draftLayers(head, draft), assessed: null, milliseconds: performance.now() - started };
  }

  *planCommit({ command, stamp }: Ask<'planCommit'>): Answer<'planCommit'> {
    const open = this.need();
    const result = commit(open.history, command, stamp, (plan, each) => this.try(plan, each));
    if (!result.ok) return { rejection: result.rejection };
    open.history = result.history;
    return this.answer(result.revision);
  }

  *planUndo(_: Ask<'planUndo'>): Answer<'planUndo'> {
    const open = this.need();
    open.history = undo(open.history);
    return this.answer(null);
  }

  *planRedo(_: Ask<'planRedo'>): Answer<'planRedo'> {
    const open = this.need();
    open.history = redo(open.history);
    return this.answer(null);
  }

  *planGoTo({ revision }: Ask<'planGoTo'>): Answer<'planGoTo'> {
    return this.turned(goTo(this.need().history, revision));
  }

  *planScenario(asked: Ask<'planScenario'>): Answer<'planScenario'> {
    const { history } = this.need();
    switch (asked.action) {
      case 'fork': return this.turned(fork(history, asked.name, asked.at));
      case 'rename': return this.turned(rename(history, asked.scenario, asked.name));
      case 'delete': return this.turned(deleteScenario(history, asked.scenario));
      case 'restore': return this.turned(restoreScenario(history, asked.scenario));
      case 'switch': return this.turned(switchTo(history, asked.scenario));
    }
  }

  *planBoundary({ units: [a, b] }: Ask<'planBoundary'>): Answer<'planBoundary'> {
    const { coverage } = this.head();
    const paths = boundaryPaths(coverage, a, b);
    return { paths: paths.map(({ closed, vertices }) => ({ closed, vertices: vertices.map(({ x, y, fixed, junction }) => ({ at: degreesOf(x, y), fixed, junction })) })) };
  }

  *planBoundaryAt({ at, metres }: Ask<'planBoundaryAt'>): Answer<'planBoundaryAt'> {
    const found = nearestBoundary(this.head().coverage, at[0] * STEPS_PER_DEGREE, at[1] * STEPS_PER_DEGREE, metres);
    return found && { units: found.units, legal: found.legal };
  }

  *planSnap({ at, metres }: Ask<'planSnap'>): Answer<'planSnap'> {
    return snap(this.head().coverage, this.need().streets, at[0] * STEPS_PER_DEGREE, at[1] * STEPS_PER_DEGREE, metres);
  }

  *planPaintLayer({ kind }: Ask<'planPaintLayer'>): Answer<'planPaintLayer'> {
    const geojson = this.need().paint.layer(kind, this.head().coverage);
    return geojson && { geojson };
  }

  *planPaintGround({ kind, ids }: Ask<'planPaintGround'>): Answer<'planPaintGround'> {
    return this.need().paint.ground(kind, ids, this.head().coverage);
  }

  *planAt({ at }: Ask<'planAt'>): Answer<'planAt'> {
    const { coverage, units } = this.head();
    const face = faceAt(coverage, at[0] * STEPS_PER_DEGREE, at[1] * STEPS_PER_DEGREE);
    if (face === OUTSIDE_FACE) return { face, unit: null, state: 'outside' };
    const { claimants } = coverage.faces.get(face)!;
    if (claimants.length !== 1) return { face, unit: null, state: claimants.length === 0 ? 'unassigned' : 'contested' };
    return { face, unit: claimants[0]!, state: units.get(claimants[0]!).role === 'declared' ? 'declared' : 'assigned' };
  }

  *planCompare({ a, b }: Ask<'planCompare'>): Answer<'planCompare'> {
    const { base } = this.need();
    const side = (revision: number) => {
      const plan = this.planOf(revision);
      return { plan, figures: this.figuresOf(plan) };
    };
    return compareSides(base, side(a), side(b), this.files.parentSquareMetres);
  }

  *planRepairProposals({ rule }: Ask<'planRepairProposals'>): Answer<'planRepairProposals'> {
    const plan = this.head();
    const { proposals } = proposeRepair(plan, (yield* this.checked(plan)).defects, { ...DEFAULT_REPAIR_OPTIONS, classes: new Set(DEFECT_CLASSES), rule });
    return proposals.map(({ defect, choices, left, faces }) => ({
      defect, left, faces,
      choices: choices.map(({ to, reason, sharedMetres }) => ({ to: to === null ? null : plan.units.get(to).id, reason, sharedMetres })),
    }));
  }

  *planRepairPreview(asked: Ask<'planRepairPreview'>): Answer<'planRepairPreview'> {
    const plan = this.head();
    const rewritten = (each: Plan) => writtenShapes(each, this.need().base.coverage, this.files.units, this.files.parent).map(({ unit }) => unit);
    return previewRepair(plan, yield* this.checked(plan), asked, (command) => this.try(plan, command), rewritten, this.files.parentSquareMetres);
  }

  *planExport(_: Ask<'planExport'>): Answer<'planExport'> {
    yield { phase: 'plan.write', fraction: null };
    const { files, untouched, changed, created, abolished } = writePlan(this.head(), this.need().base.coverage, this.files.sources, this.files.parent);
    // The source's own bytes may be among them: what is handed over is a copy.
    return { files: files.map(({ fileName, bytes }) => ({ fileName, bytes: bytes.slice().buffer })), untouched, changed, created, abolished };
  }

  private *checked(plan: Plan): Work<CheckResult> {
    return this.checks.get(plan) ?? (yield* this.check(plan));
  }

  *planCheck(tolerances: CheckTolerances): Answer<'planCheck'> {
    const started = performance.now();
    const result = yield* this.check(this.head(), tolerances);
    return { result, checkMs: performance.now() - started } satisfies CheckReport;
  }

  *planCan({ types, communities }: Ask<'planCan'>): Answer<'planCan'> {
    const plan = this.head();
    const nothingOpen = openScenario(this.need().history) === null;
    return Object.fromEntries(types.map((type) => [type, nothingOpen ? { code: 'noScenario' as const } : rejectionOf(plan, type, communities)]));
  }

  /** The check of a plan, as polygons; kept with the plan. */
  *check(plan: Plan, tolerances: CheckTolerances = DEFAULT_TOLERANCES): Work<CheckResult> {
    const result = yield* checkCoverage({ units: this.layerOf(plan), parent: this.files.parent }, tolerances);
    this.checks.set(plan, result);
    return result;
  }

  layerOf(plan: Plan): PolygonLayer {
    return planLayer(this.need().base, plan, this.files.units, this.files.parent);
  }

  head(): Plan {
    return headPlan(this.need().history);
  }

  basePlan(): Plan {
    return this.need().base;
  }

  headRevision(): number {
    return openScenario(this.need().history)?.head ?? 0;
  }

  /** The base where no such revision stands. */
  planOf(revision: number): Plan {
    const { revisions } = this.need().history;
    return (revisions[revision] ?? revisions[0]!).plan;
  }

  /** What the command tried last makes of the head; null where it was refused or the head is another by now. */
  draft(): Plan | null {
    return this.tried?.head === this.head() && this.tried.result.ok ? this.tried.result.value : null;
  }

  figuresOf(plan: Plan): Figures {
    const { base, history } = this.need();
    const parent = history.revisions.find((revision) => revision.plan === plan)?.parent ?? null;
    return this.figures.of(plan, [parent === null ? undefined : history.revisions[parent]!.plan, headPlan(history), base]);
  }

  /** What files and tables say of communities and compounds. */
  reading(): TablesReading {
    return this.figures.reading();
  }

  /** Tables say other things: every figure is formed anew, from the same plans. */
  *reread(): Work<PlanAnswer> {
    const { base, mirror } = this.need();
    yield* this.figures.open(base);
    mirror.forget();
    return this.answer(null);
  }

  private try(head: Plan, command: Command): Result<Plan> {
    const text = JSON.stringify(command);
    if (this.tried?.head === head && this.tried.text === text) return this.tried.result;
    const result = applyCommand(head, command);
    this.tried = { head, text, result };
    return result;
  }

  private turned(result: Result<History>): PlanAnswer | { rejection: Rejection } {
    if (!result.ok) return { rejection: result.rejection };
    this.need().history = result.value;
    return this.answer(null);
  }

  private added(head: Plan, draft: Plan, touched: ReadonlySet<number>, surroundings: Surroundings): PlanFinding[] {
    // An enclave may come of its neighbour's move: those beside are looked at, too.
    const near = new Set(touched);
    for (const unit of touched) {
      for (const face of unit < draft.coverage.facesOf.length ? draft.coverage.facesOf.get(unit) : []) {
        for (const half of halvesOf(draft.coverage, face)) {
          for (const each of draft.coverage.faces.get(leftFace(draft.coverage, half ^ 1))!.claimants) near.add(each);
        }
      }
    }
    const [was, is] = [this.figuresOf(head), this.figuresOf(draft)];
    const before = departuresIn(head, surroundings, [...near].filter((unit) => unit < head.units.length));
    const adds = addedDepartures(before, departuresIn(draft, surroundings, near)).map((departure) => findingOf(draft, is, departure));
    // Only atoms whose parts differ can be cut now and not before.
    const divided = PagedArray.differences(was.parts, is.parts).filter((bearer) => bearer < is.ledger.atoms.length);
    const cutBefore = new Set(cutCompounds(head, was, divided).map(({ atom }) => atom));
    return [...adds, ...cutCompounds(draft, is, divided).filter(({ atom }) => !cutBefore.has(atom)).map(({ finding }) => finding)];
  }

  private answer(made: Revision | null): PlanAnswer {
    const { history } = this.need();
    return { state: this.state(), entry: made && entryOf(made), pointers: pointersOf(history) };
  }

  /** A step's names never change: looked up once, however long the history grows. */
  private namesOf(revision: Revision, command: Command): string[] {
    const known = this.stepNames.get(revision);
    if (known) return known;
    const before = this.need().history.revisions[revision.parent ?? 0]?.plan ?? revision.plan;
    const names = commandNames(revision.plan, command, before);
    this.stepNames.set(revision, names);
    return names;
  }

  private state(): PlanNews {
    const { history, base, mirror } = this.need();
    const plan = headPlan(history);
    const figures = this.figuresOf(plan);
    const changed = changedUnits(base, plan);
    const { rows, findings } = mirror.tell(plan, figures, changed);
    const { negativeRemainders } = figures.ledger.findings;
    const scenario = openScenario(history);
    return {
      scenarios: history.scenarios.map(({ id, name, head, deleted }) => ({ id, name, head, steps: history.revisions[head]?.depth ?? 0, deleted })),
      current: history.current,
      head: scenario?.head ?? 0,
      steps: stepsOf(history).flatMap(({ revision, undone }) => (revision.command
        ? [{ revision: revision.id, command: revision.command, stamp: revision.stamp, names: this.namesOf(revision, revision.command), undone }]
        : [])),
      rows,
      totals: totalsOf(plan, figures, this.files.parentSquareMetres),
      open: openGroundOf(plan),
      attachments: plan.attachments.map((each) => ({ ...each, communityName: plan.units.get(each.community).name })),
      exceptions: [...plan.exceptions],
      findings,
      overlay: overlayOf(base, plan, changed),
      atoms: {
        ...this.figures.counts(figures),
        negativeRemainders: negativeRemainders.filter(({ households }) => households < 0).map(({ unit, households }) => ({ community: base.units.get(unit).name, households })),
      },
    };
  }

  private need(): Open {
    if (!this.opened) throw new Error('No plan is open.');
    return this.opened;
  }
}
