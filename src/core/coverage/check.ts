/**
 * The check of a coverage: every gap, overlap and doubtful line, with its
 * ground, its size and all the units involved.
 *
 * In order: survey the rings · units whose outline crosses itself are mended in
 * memory · matched edges cancel · what is left is noded and its faces are
 * labelled by how many units claim them · faces become defects. The work after
 * the matching is in proportion to the defects, not to the layer.
 *
 * Deterministic: no clock, no chance; the order of features does not matter.
 */
import type { Work } from '../progress.ts';
import { crowdedEdges } from './crowdedEdges.ts';
import { DEFAULT_TOLERANCES, DEFECT_CLASSES, NODING_STEPS, type CheckResult, type CheckTolerances, type Defect } from './defect.ts';
import { buildFaces, cycle, origin, type FaceGraph } from './faces.ts';
import { defectFaces, faceDefect, faceTotals, type DefectFace } from './faceDefects.ts';
import { polygonCoordinates } from './faceShape.ts';
import { withIds } from './identity.ts';
import type { PolygonLayer } from './layer.ts';
import { matchEdges } from './matching.ts';
import { nodeSegments } from './noding.ts';
import { groupNearMatches } from './nearMatches.ts';
import { addParent, originOf, PARENT, ResidueBuilder, type Residue } from './residue.ts';
import { contactDefects, exclaves, holesOutside, pointDefect, repeatedRings, ringLineDefect, spikeDefects } from './ringDefects.ts';
import { surveyRings, type RingFacts } from './rings.ts';
import { SelfContactFinder, type SelfContact } from './selfContact.ts';
import { findLayerShift, findShifts, type Shift } from './shift.ts';
import { findSpikes, type Spike } from './spikes.ts';
import { subdistrictCrossings } from './subdistrictCrossing.ts';
import { findUnmatchedVertices } from './unmatchedVertices.ts';
import { onGrid } from './grid.ts';

export interface CheckInput {
  units: PolygonLayer;
  /** District or subdistricts; null when none was loaded: then ground open to the outside can't be seen. */
  parent: PolygonLayer | null;
}

/** Thinner than the grid and smaller than this, m², a face is a crumb of rounding: it counts in the sums and is not listed. */
const LEAST_AREA = 0.001;

/** Units between two looks at the clock of whoever drives the work. */
const UNITS_A_STEP = 2000;

export function* checkCoverage(given: CheckInput, tolerances: CheckTolerances = DEFAULT_TOLERANCES): Work<CheckResult> {
  const input = { units: onGrid(given.units, tolerances.gridMetres), parent: given.parent && onGrid(given.parent, tolerances.gridMetres) };
  const layer = input.units;
  yield { phase: 'check.rings', fraction: 0 };
  const facts = surveyRings(layer, tolerances.gridMetres);
  const repeated = repeatedRings(layer, facts);
  for (const ring of repeated) {
    facts.unitArea[facts.unitOf[ring]!]! -= facts.isShell[ring] === 1 ? facts.area[ring]! : -facts.area[ring]!;
    facts.sign[ring] = 0;
  }
  const contacts: SelfContact[] = [];
  const finder = new SelfContactFinder(layer, facts);
  for (let u = 0; u < layer.unitCount; u++) {
    if (u % UNITS_A_STEP === UNITS_A_STEP - 1) yield { phase: 'check.rings', fraction: (0.4 * u) / layer.unitCount };
    finder.find(u, contacts);
  }
  const outsideHoles = holesOutside(layer, facts);
  const crossed = new Set([...contacts.filter((c) => c.kind === 'cross').map((c) => c.unit), ...outsideHoles.map((h) => h.unit)]);
  const skip = crossed.size > 0 ? new Uint8Array(layer.unitCount) : null;
  for (const u of crossed) skip![u] = 1;

  yield { phase: 'check.match', fraction: 0.4 };
  const crowded: number[] = [];
  const partner = matchEdges(layer, facts, skip, crowded);
  yield { phase: 'check.residue', fraction: 0.7 };
  const builder = new ResidueBuilder(originOf([layer, input.parent]));
  builder.addUnmatched(layer, facts, partner, (unit) => unit);
  for (const u of [...crossed].sort((a, b) => a - b)) facts.unitArea[u] = builder.addCrossed(layer, facts, u, u);
  const parentFacts = input.parent ? addParent(builder, input.parent, tolerances.gridMetres) : null;
  const residue = builder.finish();
  const graph = nodeSegments(residue.segments, gridSteps(tolerances));
  yield { phase: 'check.faces', fraction: 0.85 };
  const weights = { units: new Int8Array(residue.owner.length), parents: new Int8Array(residue.owner.length) };
  residue.owner.forEach((owner, i) => { (owner === PARENT ? weights.parents : weights.units)[i] = 1; });
  const faces = buildFaces(graph, weights);
  const found = defectFaces(faces, residue, layer, facts, input.parent !== null, tolerances.gridMetres);
  yield { phase: 'check.classify', fraction: 0.92 };

  const shifts = findShifts(layer, facts, partner, residue, tolerances.matchMetres, input.parent && parentFacts && { layer: input.parent, facts: parentFacts });
  const layerShift = input.parent ? findLayerShift(residue, tolerances.matchMetres) : null;
  if (layerShift) shifts.push(layerShift);
  const shiftedUnits = new Set(shifts.map((shift) => shift.unit).filter((unit) => unit !== PARENT));
  const spikes = findSpikes(layer, facts, tolerances.matchMetres);
  const vertices = findUnmatchedVertices(graph, residue, layerShift ? new Set([PARENT, ...shiftedUnits]) : shiftedUnits);

  const { folded, rest } = foldShifted(found, shifts);
  const typical = median(facts.unitArea);
  const explained = explainedFaces(rest, faces, residue, vertices.nodes, spikes, tolerances);
  const plain = rest.filter((item) => !explained.has(item.shape.face) && !(item.shape.areaSquareMetres < LEAST_AREA && item.shape.widthMetres <= tolerances.gridMetres))
    .map((item) => ({ item, defect: faceDefect(item, faces, residue, facts, tolerances, typical) }));
  const touchingParts = new Set(contacts.filter((c) => c.kind === 'along' && c.within === 'unit').map((c) => c.unit));
  const defects = [
    ...groupNearMatches(plain, faces),
    ...shifts.map((shift) => shiftDefect(shift, folded.get(shift.unit) ?? [], faces, residue, layer, facts)),
    ...(input.parent && parentFacts && !layerShift ? subdistrictCrossings(layer, facts, partner, input.parent, parentFacts, new Set([...crossed, ...shiftedUnits]), knownOverlaps(rest), tolerances) : []),
    ...vertices.defects,
    ...spikeDefects(spikes),
    ...contactDefects(awayFromSpikes(contacts, spikes), touchingParts),
    ...outsideHoles.map(({ ring }) => ({ ...ringLineDefect('S3', layer, facts, ring), class: 'S1' as const, detail: 'holeOutside' as const })),
    ...facts.collapsed.map((ring) => ringLineDefect('S3', layer, facts, ring)),
    ...layer.unclosedRings.map((ring) => ringLineDefect('S5', layer, facts, ring)),
    ...repeated.map((ring) => ringLineDefect('N3', layer, facts, ring)),
    ...crowdedEdges(layer, facts, crowded, plain.filter(({ defect }) => defect.class === 'O3').map(({ defect }) => defect.units)),
    ...exclaves(layer, facts, touchingParts, tolerances.sliverMetres),
  ];
  return {
    unitCount: layer.unitCount,
    vertexCount: layer.vertexCount,
    defects: withIds(defects.sort(byWeight)),
    unitAreas: facts.unitArea,
    totals: {
      unitsSquareMetres: facts.unitArea.reduce((sum, a) => sum + a, 0),
      parentSquareMetres: parentFacts && parentFacts.unitArea.reduce((sum, a) => sum + a, 0),
      ...faceTotals(found),
    },
    tolerances,
  };
}

/** The grid tolerance in fine steps; one grid step at the least. */
function gridSteps(tolerances: CheckTolerances): number {
  return NODING_STEPS * Math.max(1, tolerances.gridMetres / DEFAULT_TOLERANCES.gridMetres);
}

/** A shifted unit is one finding: the faces that it makes are its own, not a dozen defects. */
function foldShifted(found: DefectFace[], shifts: readonly Shift[]): { folded: Map<number, DefectFace[]>; rest: DefectFace[] } {
  const folded = new Map<number, DefectFace[]>(shifts.map((shift) => [shift.unit, []]));
  if (shifts.length === 0) return { folded, rest: found };
  const rest: DefectFace[] = [];
  for (const item of found) {
    const owners = [...item.shape.claimants.keys(), ...item.shape.neighbours.keys()];
    const unit = owners.find((owner) => folded.has(owner));
    if (unit === undefined) rest.push(item);
    else folded.get(unit)!.push(item);
  }
  return { folded, rest };
}

function shiftDefect(shift: Shift, items: DefectFace[], faces: FaceGraph, residue: Residue, layer: PolygonLayer, facts: RingFacts): Defect {
  const whole = shift.unit === PARENT;
  const box = facts.unitBox;
  const u = whole ? 0 : shift.unit;
  const centre: [number, number] = layer.unitCount === 0
    ? [residue.originX, residue.originY]
    : [(box[4 * u]! + box[4 * u + 2]!) / 2, (box[4 * u + 1]! + box[4 * u + 3]!) / 2];
  const coordinates = items.map(({ shape }) => polygonCoordinates(shape.rings, faces, residue))
    .sort((p, q) => p[0]![0]![0]! - q[0]![0]![0]! || p[0]![0]![1]! - q[0]![0]![1]!);
  return {
    ...pointDefect('D1', whole ? [] : [shift.unit], { type: 'MultiPolygon', coordinates }, centre, whole ? 'layerShifted' : undefined),
    severity: 'error',
    areaSquareMetres: items.reduce((sum, { shape }) => sum + shape.areaSquareMetres, 0),
    widthMetres: Math.hypot(shift.eastMetres, shift.northMetres),
    shift: { eastMetres: shift.eastMetres, northMetres: shift.northMetres },
  };
}

/** Faces that another finding already explains: hair-thin ones beside an unmatched vertex, and those along a spike. */
function explainedFaces(
  list: readonly DefectFace[], faces: FaceGraph, residue: Residue, unmatched: ReadonlySet<number>, spikes: readonly Spike[], tolerances: CheckTolerances,
): Set<number> {
  const tips = new Set(spikes.map(({ tip: [x, y] }) => `${(x - residue.originX) * NODING_STEPS},${(y - residue.originY) * NODING_STEPS}`));
  const out = new Set<number>();
  for (const { shape } of list) {
    if (shape.widthMetres > tolerances.matchMetres) continue;
    const hair = shape.widthMetres <= tolerances.gridMetres;
    for (const rim of [faces.outline[shape.face]!, ...faces.holes[shape.face]!]) {
      for (const h of cycle(faces, rim)) {
        const n = origin(faces.graph, h);
        if ((hair && unmatched.has(n)) || tips.has(`${faces.graph.nodeX[n]!},${faces.graph.nodeY[n]!}`)) out.add(shape.face);
      }
    }
  }
  return out;
}

function knownOverlaps(list: readonly DefectFace[]) {
  return list.filter(({ kind }) => kind === 'overlap').map(({ units, shape }) => ({ units, areaSquareMetres: shape.areaSquareMetres }));
}

/** The foot of a spike is visited twice, which is the spike's doing. */
function awayFromSpikes(contacts: readonly SelfContact[], spikes: readonly Spike[]): SelfContact[] {
  const feet = new Set(spikes.flatMap(({ unit, tip, base }) => [`${unit}:${tip.join()}`, `${unit}:${base.join()}`]));
  return contacts.filter((c) => c.kind === 'cross' || !feet.has(`${c.unit}:${c.x},${c.y}`));
}

const SEVERITY_ORDER = { error: 0, warning: 1, information: 2 };

/** Errors first, then by class, then the larger; ties by place. */
function byWeight(a: Defect, b: Defect): number {
  return SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]
    || DEFECT_CLASSES.indexOf(a.class) - DEFECT_CLASSES.indexOf(b.class)
    || (b.areaSquareMetres ?? 0) - (a.areaSquareMetres ?? 0)
    || a.location[0] - b.location[0] || a.location[1] - b.location[1];
}

function median(values: Float64Array): number {
  const sorted = Float64Array.from(values.filter((v) => v > 0)).sort();
  return sorted[sorted.length >> 1] ?? 0;
}
