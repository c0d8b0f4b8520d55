/**
 * Builds the communities up: which blocks hold homes, how high, and who lives there.
 * Whole counts from the building up: a compound's dwellings are its buildings' dwellings,
 * its households live in those that are occupied.
 */
import { between, hashUnit, pick, shuffled, wholeBetween, type Random } from '../random.ts';
import type { ArcMap } from './arcs.ts';
import { middle, type Block } from './blocks.ts';
import type { Community } from './divisions.ts';
import { broadFootprints, chooseType, floorsFor, footprints, PATTERNS, type CompoundType } from './housing.ts';
import type { Rect } from './plan.ts';
import type { Profile } from './profiles.ts';
import { innerRect, shrunk } from './shapes.ts';

export interface Building {
  rect: Rect;
  floors: number;
  dwellings: number;
}

export interface Compound {
  name: string;
  community: Community;
  block: Block;
  rect: Rect;
  type: CompoundType;
  buildings: Building[];
  dwellings: number;
  occupied: number;
  households: number;
  people: number;
  /** Year and month; null while it is being built. */
  completed: string | null;
  planned: string;
  partyMembers: number;
}

export interface Lot {
  block: Block;
  rect: Rect;
  use: 'park' | 'school' | 'works' | 'shops' | 'square' | 'fields';
  buildings: Building[];
}

export interface BuiltUp {
  compounds: Compound[];
  lots: Lot[];
}

const ENDINGS: Record<CompoundType, readonly string[]> = {
  oldCourtyard: ['家属院', '一村', '二村', '新村', '小院', '大院'],
  commodity: ['花园', '雅苑', '家园', '名苑', '嘉园', '公寓'],
  tower: ['府', '城', '国际', '广场', '天境', '汇'],
  resettlement: ['安置小区', '新苑', '佳苑', '安居苑'],
  village: ['东村', '西村', '南村'],
};

export function buildUp(random: Random, map: ArcMap, community: Community, profile: Profile, names: Iterator<string>): BuiltUp {
  const free = shuffled(random, community.blocks.filter((block) => block.use === null));
  const built: BuiltUp = { compounds: [], lots: [] };
  const homes = free.slice(0, homeBlocks(community, profile, free.length));
  const weight = homes.reduce((sum, block) => sum + roomOf(map, block, community.kind), 0);
  for (const block of free) {
    const rect = community.kind === 'rural' && homes.includes(block) ? villageRect(map, block) : innerRect(map, block);
    const share = roomOf(map, block, community.kind) / weight;
    const compound = homes.includes(block)
      ? compoundOf(random, community, profile, { block, rect, households: profile.targetHouseholds * (1 - profile.remainder) * share, hamlet: built.compounds.length, stem: names.next().value as string })
      : null;
    // A plot too small for any house stays open ground.
    if (compound !== null && compound.dwellings > 0) built.compounds.push(compound);
    else built.lots.push(lotOf(random, block, rect, community));
  }
  for (const block of community.blocks) {
    if (block.use === 'park' || block.use === 'riverside') built.lots.push({ block, rect: innerRect(map, block), use: 'park', buildings: [] });
  }
  return built;
}

/** A village lies in one to three hamlets; where it was pulled down there is none. */
function homeBlocks(community: Community, profile: Profile, free: number): number {
  if (profile.state === 'demolished') return 0;
  if (community.kind === 'rural') return Math.min(free, 3, Math.max(1, Math.round(profile.targetHouseholds / 520)));
  return Math.max(1, Math.round(free * profile.homes));
}

interface Plot {
  block: Block;
  rect: Rect;
  /** Households it should come to. */
  households: number;
  /** The how manieth of the community. */
  hamlet: number;
  stem: string;
}

function compoundOf(random: Random, community: Community, profile: Profile, { block, rect, households, hamlet, stem }: Plot): Compound {
  const wanted = households / 0.87;
  const type = community.kind === 'rural' && profile.state !== 'partlyResettled' ? 'village' : community.kind === 'rural' ? 'resettlement' : chooseType(random, rect, wanted, profile.era);
  const pattern = PATTERNS[type];
  const [least, most] = pattern.floors;
  const level = Math.min(most, Math.max(least, floorsFor(type, rect, wanted)));
  const buildings = footprints(rect, type)
    .filter(() => random() > (type === 'village' ? 0.12 : 0.11))
    .map((footprint): Building => {
      const floors = Math.min(most, Math.max(least, Math.round(level * between(random, 0.9, 1.1))));
      return { rect: footprint, floors, dwellings: floors * pattern.dwellingsPerFloor };
    });
  const dwellings = buildings.reduce((sum, building) => sum + building.dwellings, 0);
  const unfinished = profile.state === 'underConstruction' && random() < 0.6;
  const [low, high] = pattern.occupancy;
  // Where a village has gone or a quarter is thinly settled, houses stand empty rather than shrink.
  const occupancy = unfinished ? 0 : Math.min(between(random, low, high), (1.15 * households) / Math.max(1, dwellings));
  const occupied = Math.round(dwellings * occupancy);
  const year = wholeBetween(random, ...pattern.completed);
  return {
    name: type === 'village' ? community.stem + ENDINGS.village[hamlet % 3]! : stem + pick(random, ENDINGS[type]),
    community, block, rect, type, buildings, dwellings, occupied,
    households: occupied,
    people: Math.round(occupied * between(random, 2.35, 2.8)),
    completed: unfinished ? null : `${year}-${String(wholeBetween(random, 1, 12)).padStart(2, '0')}`,
    planned: unfinished ? `2024-0${wholeBetween(random, 1, 9)}` : `${year - wholeBetween(random, 2, 4)}-0${wholeBetween(random, 1, 9)}`,
    partyMembers: Math.round(occupied * 2.6 * between(random, 0.015, 0.06)),
  };
}

function lotOf(random: Random, block: Block, rect: Rect, community: Community): Lot {
  if (community.kind === 'rural') return { block, rect, use: random() < 0.12 ? 'park' : 'fields', buildings: [] };
  const use = pick(random, ['park', 'school', 'school', 'works', 'works', 'shops', 'shops', 'square'] as const);
  const share = { park: 0, square: 0.25, school: 0.7, works: 0.9, shops: 0.9 }[use];
  const buildings = broadFootprints(random, shrunk(rect, 8), share).map((footprint) => ({ rect: footprint, floors: wholeBetween(random, 1, use === 'works' ? 2 : 6), dwellings: 0 }));
  return { block, rect, use, buildings };
}

function roomOf(map: ArcMap, block: Block, kind: Community['kind']): number {
  const rect = kind === 'rural' ? villageRect(map, block) : innerRect(map, block);
  return (rect.u1 - rect.u0) * (rect.v1 - rect.v0);
}

/** A village fills the heart of its block, not all of it. */
function villageRect(map: ArcMap, block: Block): Rect {
  const inner = innerRect(map, block);
  const [u, v] = middle(block);
  const wide = Math.min(inner.u1 - inner.u0 - 30, 290 + 120 * hashUnit(3, block.id));
  const high = Math.min(inner.v1 - inner.v0 - 30, 250 + 110 * hashUnit(5, block.id));
  return { u0: u - wide / 2, u1: u + wide / 2, v0: v - high / 2, v1: v + high / 2 };
}
