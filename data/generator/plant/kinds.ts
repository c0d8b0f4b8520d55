/** Every kind of defect: its class, what else it may rightly raise, and how it is made. */
import type { DefectClass } from '../../../src/core/coverage/defect.ts';
import type { Planter } from './draft.ts';
import { collapsedRing, contained, duplicate, hole, missing, selfTouch, shifted, unclosed } from './insides.ts';
import type { PlantKind } from './planted.ts';
import { beyondParent, exclave, gap, inlet, overlap, threefoldEdge } from './strips.ts';
import { deletedVertex, nearMatch, selfCrossing, spike, unmatchedVertex } from './vertices.ts';

interface Kind {
  class: DefectClass;
  also: DefectClass[];
  plant: Planter;
}

export const KINDS: Record<PlantKind, Kind> = {
  shifted: { class: 'D1', also: ['G1', 'O1', 'N1'], plant: shifted },
  missing: { class: 'G3', also: [], plant: missing },
  exclave: { class: 'P1', also: [], plant: exclave },
  duplicate: { class: 'O3', also: ['N3'], plant: duplicate },
  unclosed: { class: 'S5', also: [], plant: unclosed },
  'gap40': { class: 'G1', also: [], plant: gap(40) },
  'gap10': { class: 'G1', also: [], plant: gap(10) },
  'gap2': { class: 'G1', also: [], plant: gap(2) },
  'gap0.5': { class: 'G1', also: [], plant: gap(0.5) },
  'gap0.2': { class: 'G1', also: [], plant: gap(0.2) },
  'gap0.05': { class: 'N1', also: [], plant: gap(0.05) },
  'overlap40': { class: 'O1', also: [], plant: overlap(40) },
  'overlap10': { class: 'O1', also: [], plant: overlap(10) },
  'overlap2': { class: 'O1', also: [], plant: overlap(2) },
  'overlap0.5': { class: 'O1', also: [], plant: overlap(0.5) },
  'overlap0.2': { class: 'O1', also: [], plant: overlap(0.2) },
  'overlap0.05': { class: 'N1', also: [], plant: overlap(0.05) },
  inlet: { class: 'G2', also: [], plant: inlet },
  beyond: { class: 'O4', also: [], plant: beyondParent },
  deletedVertexGap: { class: 'G1', also: [], plant: deletedVertex('gap') },
  deletedVertexOverlap: { class: 'O1', also: [], plant: deletedVertex('overlap') },
  nearMatch: { class: 'N1', also: [], plant: nearMatch },
  unmatchedVertex: { class: 'N2', also: [], plant: unmatchedVertex },
  threefoldEdge: { class: 'N3', also: ['O2'], plant: threefoldEdge },
  hole: { class: 'G4', also: [], plant: hole },
  contained: { class: 'O2', also: [], plant: contained },
  selfCrossing: { class: 'S1', also: ['G1', 'O1', 'N1'], plant: selfCrossing },
  spike: { class: 'S2', also: [], plant: spike },
  collapsedRing: { class: 'S3', also: [], plant: collapsedRing },
  selfTouch: { class: 'S4', also: [], plant: selfTouch },
};
