/**
 * Streets, points, gates and homes, opened with the settings of a project. What a change of settings leaves as it was is kept: streets are read
 * again only for another walk filter, facilities for other words, walls are built again for other gates.
 */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import { ownBasic, partsOf, withRuleCategories, type CategoryTree } from '../../core/network/categoryTree.ts';
import { basicOf } from '../../core/network/circleRule.ts';
import type { Compound } from '../../core/network/compound.ts';
import { openNetwork, walledNetwork } from '../../core/network/streetNetwork.ts';
import { WALK_V1_CHOICES } from '../../core/network/walkChoices.ts';
import type { Gate } from '../../core/network/walls.ts';
import type { Work } from '../../core/progress.ts';
import type { ResolvedProfile } from '../../core/rules/resolveProfile.ts';
import { SEED_TREE } from '../../io/streets/seedTree.ts';
import type { ReachSettings } from '../reachProtocol.ts';
import { pointFilesOf, streetGraphOf, type ReachFile, type ReadPointFiles, type ReadStreetFiles } from './files.ts';
import { allGates } from './gates.ts';
import type { PlacedHomes } from './homes.ts';
import { Reading } from './readings.ts';

export interface Opened {
  readonly streets: ReadStreetFiles;
  readonly points: ReadPointFiles;
  readonly compounds: readonly Compound[];
  readonly homes: PlacedHomes;
  readonly open: Reading | null;
  readonly walled: Reading | null;
  readonly keys: Keys;
}

/** What each part was read with, as text. */
interface Keys {
  readonly streets: string;
  readonly points: string;
  readonly gates: string;
}

/** `before` as it was opened last, null after files or homes changed; `named`: ids of categories that the rules name. */
export function* openedWith(before: Opened | null, files: readonly ReachFile[], homesNow: () => PlacedHomes, settings: ReachSettings, named: readonly string[]): Work<Opened> {
  const tree = withRuleCategories(settings.categories ?? SEED_TREE, named);
  const keys = keysOf(settings, tree);
  const homes = before?.homes ?? homesNow();
  const compounds = before?.compounds ?? homes.atoms.flatMap(({ kind, name, shape }) => (kind === 'compound' && shape?.type === 'polygon' ? [{ name, rings: shape.rings }] : []));
  const streets = before?.keys.streets === keys.streets ? before.streets : yield* streetGraphOf(files, settings.walk ?? WALK_V1_CHOICES);
  const points = before?.keys.points === keys.points ? before.points : pointFilesOf(files, compounds, { datum: settings.facilityDatum, mapping: new Map(settings.mapping), tree });
  const { graph } = streets;
  let open = before?.streets === streets ? before.open : null;
  let walled = before?.streets === streets && before.keys.gates === keys.gates ? before.walled : null;
  if (before?.points !== points) {
    open = open && (yield* open.refit(points.facilities));
    walled = walled && (yield* walled.refit(points.facilities));
  }
  if (graph && settings.walled && compounds.length > 0 && !walled) {
    yield { phase: 'reach.walls', fraction: null };
    walled = yield* Reading.open(walledNetwork(graph, compounds, gatesOf(points, settings)), homes, points.facilities);
  }
  if (graph && !(settings.walled && walled) && !open) open = yield* Reading.open(openNetwork(graph), homes, points.facilities);
  return { streets, points, compounds, homes, open, walled, keys };
}

/** Ids of the basic categories that the rules name. */
export function ruleCategories(profile: Pick<ResolvedProfile, 'parameters'>): string[] {
  return partsOf(basicOf(profile) ?? []);
}

/** Categories that the project adds to the circle of the rules. */
export function ownCategories(profile: Pick<ResolvedProfile, 'parameters'>, settings: ReachSettings): string[] {
  return settings.categories ? ownBasic(settings.categories, basicOf(profile) ?? []) : [];
}

/** Those set by hand first. */
export function gatesOf({ gates }: ReadPointFiles, { gates: own = [] }: ReachSettings): Gate[] {
  return allGates(own.map(({ at, access }): Gate => ({ x: Math.round(at[0] * STEPS_PER_DEGREE), y: Math.round(at[1] * STEPS_PER_DEGREE), access, compound: null })), gates);
}

function keysOf({ walk, facilityDatum, mapping, gates = [] }: ReachSettings, { categories }: CategoryTree): Keys {
  return {
    streets: JSON.stringify(walk ?? WALK_V1_CHOICES), gates: JSON.stringify(gates),
    // Groups and marks say nothing of how words are read.
    points: JSON.stringify([facilityDatum, mapping, categories.map(({ id, name, words }) => [id, name, words])]),
  };
}
