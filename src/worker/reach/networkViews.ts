/** What the page is told of streets and walls. */
import { STEPS_PER_DEGREE, type LngLat } from '../../core/geo/coordinates.ts';
import { networkReport } from '../../core/network/streetGraph.ts';
import { changedFromWalkV1, WALK_V1_CHOICES } from '../../core/network/walkChoices.ts';
import type { ReachSettings, ReachState } from '../reachProtocol.ts';
import { ownGatesView } from './gates.ts';
import type { PlacedHomes } from './homes.ts';
import { gatesOf, type Opened } from './opening.ts';

export function networkView({ streets: { graph, names, partial } }: Opened, { walk }: ReachSettings): ReachState['network'] {
  if (!graph) return null;
  const { components, largestShare, lengthMetres } = networkReport(graph);
  return { files: [...names], vertices: graph.vertexCount, edges: graph.edgeCount, components, largestShare, lengthMetres, partial, altered: changedFromWalkV1(walk ?? WALK_V1_CHOICES) };
}

export function wallsView({ walled, compounds, points, homes }: Opened, settings: ReachSettings): ReachState['walls'] {
  if (compounds.length === 0) return null;
  const report = settings.walled ? walled?.engine.network.walls?.report : undefined;
  const polygons = homes.atoms.flatMap((atom, home) => (atom.kind === 'compound' && atom.shape?.type === 'polygon' ? [home] : []));
  return {
    compounds: compounds.length, gates: gatesOf(points, settings).length,
    withoutGate: (report?.withoutGate ?? []).map((compound) => ({ name: compounds[compound]!.name ?? `#${compound + 1}`, at: placeOf(homes, polygons[compound]!) })),
    gatesAstray: report?.gatesAstray.length ?? 0, gatesWithoutStreet: report?.gatesWithoutStreet.length ?? 0,
    own: report ? ownGatesView(report, compounds, settings.gates?.length ?? 0) : null,
  };
}

function placeOf({ places }: PlacedHomes, home: number): LngLat {
  return [places[2 * home]! / STEPS_PER_DEGREE, places[2 * home + 1]! / STEPS_PER_DEGREE];
}
