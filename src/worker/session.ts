/**
 * What the worker holds between two calls: the files that were inspected, the
 * layers that were loaded, the last check. The page holds none of the geometry.
 */
import { checkCoverage } from '../core/coverage/check.ts';
import { DEFAULT_TOLERANCES, type CheckResult, type CheckTolerances } from '../core/coverage/defect.ts';
import type { Atom } from '../core/households/atom.ts';
import type { PolygonLayer } from '../core/coverage/layer.ts';
import type { SecondOpinion } from '../core/coverage/opinion.ts';
import { surveyRings, type RingFacts } from '../core/coverage/rings.ts';
import { secondOpinion } from '../core/coverage/secondOpinion.ts';
import type { Work } from '../core/progress.ts';
import { checkCodes } from '../io/codeCheck.ts';
import { columnsOf } from '../io/columns.ts';
import { concatLayers } from '../io/concatLayers.ts';
import { readGeoJson } from '../io/geojson/readGeoJson.ts';
import { validateRefused, validateShape } from '../io/geojson/shapeCheck.ts';
import type { ReadProblem } from '../io/problem.ts';
import type { SourceLayer } from '../io/sourceLayer.ts';
import { guessAtomKind } from '../io/atomColumns.ts';
import { communityFinder, readAtoms, withUniqueIds, type AtomReading } from '../io/atoms.ts';
import { zonesOfFile } from '../io/tables/zones.ts';
import { Background } from './background.ts';
import { defectView } from './defectView.ts';
import { guessTogether, NOT_READ, opaqueRole, previewOf, readsElsewhere, type InspectedFile } from './preview.ts';
import { finishSummary, parentsOf, unitSummaries } from './summaries.ts';
import { displayLayers } from './display.ts';
import { AssessDesk } from './assess/desk.ts';
import { PlanDesk } from './plan/desk.ts';
import { TableBook } from './plan/tables.ts';
import { ReachDesk } from './reach/desk.ts';
import type { ReachFile } from './reach/files.ts';
import { SitingDesk } from './reach/sitingDesk.ts';
import { tableAnswers } from './tableAnswers.ts';
import type { DraftAnswer } from './planProtocol.ts';
import type {
  BackgroundLayers, CheckReport, DefectDetailView, FilePreview, InputFile, LayerRole, LoadChoice, Loaded, UnitSummary, WorkerApi,
} from './protocol.ts';

/** A call that can't be answered from what was given: the page shows every problem. */
export class Refused extends Error {
  constructor(readonly problems: ReadProblem[]) {
    super('refused');
  }
}

interface LoadedState {
  background: Background;
  tables: TableBook;
  desk: PlanDesk;
  assess: AssessDesk;
  reach: ReachDesk;
  siting: SitingDesk;
  units: PolygonLayer;
  facts: RingFacts;
  parent: PolygonLayer | null;
  sources: SourceLayer[];
}

export class Session {
  private files: InspectedFile[] = [];
  private loaded: LoadedState | null = null;
  private checked: CheckResult | null = null;
  /** What was checked, where that is not the files as loaded. */
  private checkedUnits: { units: PolygonLayer; facts: RingFacts } | null = null;

  *inspect(files: InputFile[]): Work<FilePreview[]> {
    const inspected: InspectedFile[] = [];
    for (const { name, bytes, role, encoding = null } of files) {
      const started = performance.now();
      const view = new Uint8Array(bytes);
      const opaque = role !== undefined && readsElsewhere(role) ? role : opaqueRole(name, view);
      const reading = opaque === null ? yield* readGeoJson(name, view) : NOT_READ;
      if (reading.source) reading.problems.push(...(yield* validateRefused(reading.source)));
      inspected.push({ name, bytes: view, reading, opaque, encoding, readMs: performance.now() - started });
    }
    this.files = inspected;
    const previews = inspected.map(previewOf);
    guessTogether(previews, inspected);
    return previews;
  }

  *load(choice: LoadChoice): Work<Loaded> {
    const started = performance.now();
    const chosen = choice.files
      .map(({ fileIndex, role, fields }) => ({ file: this.files[fileIndex]!, role, fields }))
      .filter(({ role }) => role !== 'ignore');
    const of = (role: LayerRole) => chosen.filter((c) => c.role === role && c.file.reading.source !== null);
    const communities = of('communities');
    const declared = of('declared');
    const parents = of('parent');
    if (communities.length === 0) {
      throw new Refused([{ code: 'noPolygons', severity: 'refused', file: chosen[0]?.file.name ?? '', feature: null, found: '0' }]);
    }
    yield { phase: 'load', fraction: 0 };
    const unitFiles = [...communities, ...declared];
    const units = concatLayers(unitFiles.map(({ file }) => file.reading.source!.layer));
    const parent = parents.length > 0 ? concatLayers(parents.map(({ file }) => file.reading.source!.layer)) : null;
    const facts = surveyRings(units, DEFAULT_TOLERANCES.gridMetres);
    yield { phase: 'load', fraction: 0.3 };
    const firstDeclared = communities.reduce((sum, { file }) => sum + file.reading.source!.layer.unitCount, 0);
    const summaries = unitFiles.flatMap(({ file, role, fields }) => unitSummaries(file.reading.source!, fields, role));
    summaries.forEach((unit, index) => { finishSummary(unit, index, units, facts); });
    const problems = chosen.filter(({ role }) => CHECKED_ROLES.has(role)).flatMap(({ file }) => file.reading.problems);
    for (const { file, fields } of communities) problems.push(...checkCodes(file.reading.source!, fields));
    yield { phase: 'load.display', fraction: 0.5 };
    const display = displayLayers({
      units, facts, firstDeclared, parent,
      subdistrictOf: (unit) => summaries[unit]?.subdistrict ?? null,
    });
    const atomFiles = of('atoms').map(({ file }) => ({ source: file.reading.source!, reading: atomsOf(file.reading.source!, summaries) }));
    problems.push(...atomFiles.flatMap(({ reading }) => reading.problems));
    const atoms = withUniqueIds(atomFiles.flatMap(({ reading }) => reading.atoms));
    const parentRows = parents.flatMap(({ file, fields }) => parentsOf(file.reading.source!, fields));
    const zoneFiles = of('zones');
    const zones = zoneFiles.length > 0 ? zoneFiles.flatMap(({ file }) => zonesOfFile(file.reading.source!)) : null;
    const tables = new TableBook({
      communities: communities.map(({ file, fields }) => ({ source: file.reading.source!, fields })),
      atoms: inFiles(atoms, atomFiles.map(({ source, reading }) => ({ source, count: reading.atoms.length }))),
    });
    const background = new Background(chosen.flatMap(({ file, role }) => (role === 'context' ? [file] : [])));
    const desk = new PlanDesk({
      sources: unitFiles.map(({ file, fields }) => ({ source: file.reading.source!, fields })),
      units, parent, summaries, atoms, context: () => background.features(),
      parentNames: parentRows.map(({ name }) => name),
      parentSquareMetres: parent && parentRows.reduce((sum, { areaSquareMetres }) => sum + areaSquareMetres, 0),
      zones, tables,
    });
    const assess = new AssessDesk(desk, { zones, parents: parentRows.length > 1 ? parentRows.map(({ name }) => name) : [] });
    const reach = new ReachDesk({ head: () => desk.head(), figuresOf: (plan) => desk.figuresOf(plan), profile: () => assess.profile(), planOf: (revision) => desk.planOf(revision), profileOf: (plan) => assess.profileOf(plan) }, () => reachFiles(chosen, background.streetFiles()));
    const siting = new SitingDesk(() => reach.sitingGround(), chosen.findLast(({ role }) => role === 'candidates')?.file ?? null);
    assess.useCircles((plan) => reach.circleShares(plan));
    this.loaded = { background, tables, desk, assess, reach, siting, units, facts, parent, sources: chosen.flatMap(({ file, role }) => (CHECKED_ROLES.has(role) ? file.reading.source ?? [] : [])) };
    this.checked = null;
    return {
      layers: chosen.map(({ file, role }) => ({
        fileName: file.name, role,
        unitCount: file.reading.source?.layer.unitCount ?? 0, vertexCount: file.reading.source?.layer.vertexCount ?? 0,
      })),
      units: summaries,
      parents: parentRows,
      fields: communities[0]!.fields,
      problems,
      display,
      timing: { readMs: chosen.reduce((sum, { file }) => sum + file.readMs, 0), prepareMs: performance.now() - started },
    };
  }

  *background(): Work<BackgroundLayers> {
    const { background } = this.needLoaded();
    yield { phase: 'load.display', fraction: null };
    return background.layers();
  }

  *check(tolerances: CheckTolerances): Work<CheckReport> {
    const { units, parent } = this.needLoaded();
    const started = performance.now();
    const result = yield* checkCoverage({ units, parent }, tolerances);
    this.checked = result;
    this.checkedUnits = null;
    return { result, checkMs: performance.now() - started };
  }

  *secondOpinion(): Work<SecondOpinion> {
    const { units, parent } = { ...this.needLoaded(), ...this.checkedUnits };
    if (!this.checked) throw new Error('No check to give a second opinion on.');
    return yield* secondOpinion(units, parent, this.checked, { clock: () => performance.now() });
  }

  *validateShape(): Work<ReadProblem[]> {
    const problems: ReadProblem[] = [];
    for (const source of this.needLoaded().sources) problems.push(...(yield* validateShape(source)));
    return problems;
  }

  /** The check of the plan's head; details are of it until the files are checked again. */
  *planCheck(tolerances: CheckTolerances): Work<CheckReport> {
    const { desk } = this.needLoaded();
    const report = yield* desk.planCheck(tolerances);
    const units = desk.layerOf(desk.head());
    this.checked = report.result;
    this.checkedUnits = { units, facts: surveyRings(units, DEFAULT_TOLERANCES.gridMetres) };
    return report;
  }

  *defectDetail(defectId: string): Work<DefectDetailView> {
    const { units, facts, parent } = { ...this.needLoaded(), ...this.checkedUnits };
    const defect = this.checked?.defects.find(({ id }) => id === defectId);
    if (!defect) throw new Error(`No defect ${defectId} in the last check.`);
    return defectView(defect, units, facts, parent);
  }

  /** Answers about plans. */
  desk(): PlanDesk {
    return this.needLoaded().desk;
  }

  /** What answers about tables are made of. */
  parts(): LoadedState {
    return this.needLoaded();
  }

  /** Answers about rules. */
  assess(): AssessDesk {
    return this.needLoaded().assess;
  }

  /** A command tried on the plan, and what the rules say of it. */
  *planTry(asked: Parameters<WorkerApi['planTry']>[0]): Work<DraftAnswer> {
    const { desk, assess } = this.needLoaded();
    const answer = yield* desk.planTry(asked);
    return answer.ok ? { ...answer, assessed: assess.draftAssessment(answer.sides.map(({ unit }) => unit)) } : answer;
  }

  private needLoaded(): LoadedState {
    if (!this.loaded) throw new Error('Nothing is loaded.');
    return this.loaded;
  }
}

type Answers = { [N in keyof WorkerApi]: (argument: Parameters<WorkerApi[N]>[0]) => Work<ReturnType<WorkerApi[N]>> };

/** Every request has its answer. */
export function answersOf(session: Session): Answers {
  return {
    inspect: (files) => session.inspect(files),
    load: (choice) => session.load(choice),
    background: () => session.background(),
    check: (tolerances) => session.check(tolerances),
    secondOpinion: () => session.secondOpinion(),
    validateShape: () => session.validateShape(),
    defectDetail: (defectId) => session.defectDetail(defectId),
    planOpen: (asked) => session.desk().planOpen(asked),
    planState: (asked) => session.desk().planState(asked),
    planTry: (asked) => session.planTry(asked),
    planCommit: (asked) => session.desk().planCommit(asked),
    planUndo: (asked) => session.desk().planUndo(asked),
    planRedo: (asked) => session.desk().planRedo(asked),
    planGoTo: (asked) => session.desk().planGoTo(asked),
    planScenario: (asked) => session.desk().planScenario(asked),
    planBoundary: (asked) => session.desk().planBoundary(asked),
    planBoundaryAt: (asked) => session.desk().planBoundaryAt(asked),
    planSnap: (asked) => session.desk().planSnap(asked),
    planPaintLayer: (asked) => session.desk().planPaintLayer(asked),
    planPaintGround: (asked) => session.desk().planPaintGround(asked),
    planAt: (asked) => session.desk().planAt(asked),
    planCompare: (asked) => session.desk().planCompare(asked),
    planRepairProposals: (asked) => session.desk().planRepairProposals(asked),
    planRepairPreview: (asked) => session.desk().planRepairPreview(asked),
    planExport: (asked) => session.desk().planExport(asked),
    planCheck: (tolerances) => session.planCheck(tolerances),
    planCan: (asked) => session.desk().planCan(asked),
    ...tableAnswers(() => session.parts()),
    reachFile: (asked) => session.parts().reach.reachFile(asked),
    reachOpen: (settings) => session.parts().reach.reachOpen(settings),
    reachState: (settings) => session.parts().reach.reachState(settings),
    reachIsochrone: (asked) => session.parts().reach.reachIsochrone(asked),
    reachCategory: (asked) => session.parts().reach.reachCategory(asked),
    reachSites: (asked) => session.parts().siting.reachSites(asked),
    reachGains: (asked) => session.parts().siting.reachGains(asked),
    reachCandidates: (asked) => session.parts().siting.reachCandidates(asked),
    reachCommunity: (asked) => session.parts().reach.reachCommunity(asked),
    reachCompare: (asked) => session.parts().reach.reachCompare(asked),
    reachChangedHomes: (asked) => session.parts().reach.reachChangedHomes(asked),
    assessOpen: (settings) => session.assess().assessOpen(settings),
    assessNow: (asked) => session.assess().assessNow(asked),
    assessSheet: (asked) => session.assess().assessSheet(asked),
    assessMap: (asked) => session.assess().assessMap(asked),
    assessConsequences: (asked) => session.assess().assessConsequences(asked),
    assessBaseAreas: (asked) => session.assess().assessBaseAreas(asked),
    assessApprovals: (asked) => session.assess().assessApprovals(asked),
    assessCompounds: (asked) => session.assess().assessCompounds(asked),
    assessExportProfile: (asked) => session.assess().assessExportProfile(asked),
  };
}

function atomsOf(source: SourceLayer, summaries: readonly UnitSummary[]): AtomReading {
  const kind = guessAtomKind(source.fileName, columnsOf(source.properties)) ?? 'compound';
  return readAtoms(source, { kind, communityOf: communityFinder(summaries.map(({ role, code, name }) => (role === 'community' ? { code, name } : { code: null, name: null }))) });
}

/** Files whose polygons are looked at; streets, points and tables have their own readers, and their own problems. */
const CHECKED_ROLES: ReadonlySet<LayerRole> = new Set(['communities', 'parent', 'declared', 'atoms', 'zones']);

/** Streets of the background serve as a network where no other is given. */
function reachFiles(chosen: readonly { file: InspectedFile; role: LayerRole }[], streets: readonly InspectedFile[]): ReachFile[] {
  const own = chosen.flatMap(({ file, role }): ReachFile[] => (role === 'streets' || role === 'facilities' || role === 'gates' ? [{ kind: role, name: file.name, bytes: file.bytes }] : []));
  return [...streets.map(({ name, bytes }): ReachFile => ({ kind: 'streets', name, bytes })), ...own];
}

/** Atoms of each file, from the list of all. */
function inFiles(atoms: readonly Atom[], files: readonly { source: SourceLayer; count: number }[]): { source: SourceLayer; atoms: Atom[] }[] {
  let first = 0;
  return files.map(({ source, count }) => ({ source, atoms: atoms.slice(first, (first += count)) }));
}
