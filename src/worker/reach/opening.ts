/**
 * Streets, points, gates and homes, opened with the settings of a project. What a change of settings leaves as it was is kept: streets are read
 * again only for another walk filter, facilities for other words; other gates change what they touch.
 */
import { ownBasic, partsOf, withRuleCategories, type CategoryTree } from '../../core/network/categoryTree.ts';
import { basicOf } from '../../core/network/circleRule.ts';
import type { Compound } from '../../core/network/compound.ts';
import { allGates, ownGate } from '../../core/network/ownGates.ts';
import { openNetwork, WalledStreets } from '../../core/network/streetNetwork.ts';
import { WALK_V1_CHOICES } from '../../core/network/walkChoices.ts';
import type { Gate } from '../../core/network/walls.ts';
import type { Work } from '../../core/progress.ts';
import type { ResolvedProfile } from '../../core/rules/resolveProfile.ts';
import { SEED_TREE } from '../../io/streets/seedTree.ts';
import type { ReachSettings } from '../reachProtocol.ts';
import { pointFilesOf, streetGraphOf, type ReachFile, type ReadPointFiles, type ReadStreetFiles } from './files.ts';
import type { PlacedHomes } from './homes.ts';
import { Reading } from './readings.ts';

export interface Opened {
  readonly streets: ReadStreetFiles;
  readonly points: ReadPointFiles;
  readonly compounds: readonly Compound[];
  readonly homes: PlacedHomes;
  readonly open: Reading | null;
  readonly walled: Reading | null;
  /** Streets cut at the walls, kept for other gates. */
  readonly cut: WalledStreets | null;
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
  let walled = before?.streets === streets ? before.walled : null;
  let cut = before?.streets === streets ? before.cut : null;
  const hasSameGates = before?.keys.gates === keys.gates;
  if (walled && !hasSameGates && before?.points !== points) walled = null;
  if (before?.points !== points) {
    open = open && (yield* open.refit(points.facilities));
    walled = walled && (yield* walled.refit(points.facilities));
  }
  if (graph && settings.walled && compounds.length > 0 && !(walled && hasSameGates)) {
    yield { phase: 'reach.walls', fraction: null };
    cut ??= new WalledStreets(graph, compounds);
    const network = cut.withGates(gatesOf(points, settings));
    walled = walled ? yield* walled.withGates(network) : yield* Reading.open(network, homes, points.facilities);
  } else if (!hasSameGates) walled = null;
  if (graph && !(settings.walled && walled) && !open) open = yield* Reading.open(openNetwork(graph), homes, points.facilities);
  return { streets, points, compounds, homes, open, walled, cut, keys };
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
  return allGates(own.map(ownGate), gates);
}

function keysOf({ walk, facilityDatum, mapping, gates = [] }: ReachSettings, { categories }: CategoryTree): Keys {
  return {
    streets: JSON.stringify(walk ?? WALK_V1_CHOICES), gates: JSON.stringify(gates),
    // Groups and marks say nothing of how words are read.
    points: JSON.stringify([facilityDatum, mapping, categories.map(({ id, name, words }) => [id, name, words])]),
  };
}
