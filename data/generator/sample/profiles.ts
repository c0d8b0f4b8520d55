/**
 * What kind of place each community is, before anything is built in it: how many households
 * it should come to, how old it is, what is planned for it. The built figures follow from
 * the buildings and come out near these.
 */
import { between, gaussian, shuffled, type Random } from '../random.ts';
import { middle } from './blocks.ts';
import type { Community } from './divisions.ts';
import { RAIL_V, RIVER_U } from './plan.ts';

/** Values of the column 状态, see rules: plan-ahead states. */
export type State = 'normal' | 'demolished' | 'partlyResettled' | 'toBeDemolished' | 'underConstruction' | 'converting';

export interface Profile {
  targetHouseholds: number;
  /** Share of blocks that hold homes. */
  homes: number;
  era: 'old' | 'middle' | 'new';
  state: State;
  /** Households that live in no compound: shops with flats, single houses. */
  remainder: number;
}

const SUPER_LARGE = 7;
const MICRO = 6;
const RURAL_STATES: readonly State[] = ['demolished', 'demolished', 'partlyResettled', 'partlyResettled', 'toBeDemolished', 'toBeDemolished', 'converting', 'converting'];

export function profilesOf(random: Random, communities: readonly Community[]): Map<Community, Profile> {
  const urban = shuffled(random, communities.filter((c) => c.kind === 'urban' && !c.subdistrict.rural));
  const large = new Set(urban.filter((c) => blockCount(c) >= 10).slice(0, SUPER_LARGE));
  const micro = new Set(urban.filter((c) => !large.has(c)).slice(0, MICRO));
  const building = new Set(urban.filter((c) => !large.has(c) && !micro.has(c) && eraOf(c) === 'new').slice(0, 2));
  // Villages next to the town are the ones that are being rebuilt.
  const rural = communities.filter((c) => c.kind === 'rural').sort((a, b) => fromTown(a) - fromTown(b)).slice(0, RURAL_STATES.length);
  const states = new Map(rural.map((c, i) => [c, RURAL_STATES[(i * 3) % RURAL_STATES.length]!]));
  return new Map(communities.map((community) => {
    const state = building.has(community) ? 'underConstruction' : (states.get(community) ?? 'normal');
    const base = community.kind === 'urban' ? 2900 : 1500;
    let targetHouseholds = base * Math.exp(0.36 * gaussian(random));
    let homes = large.has(community) ? 0.85 : between(random, 0.55, 0.78);
    if (large.has(community)) targetHouseholds = between(random, 5700, 8600);
    if (micro.has(community)) [targetHouseholds, homes] = [between(random, 520, 950), 0.3];
    if (state === 'demolished') targetHouseholds = between(random, 90, 260);
    if (state === 'partlyResettled') targetHouseholds = between(random, 380, 760);
    if (state === 'underConstruction') targetHouseholds = between(random, 600, 900);
    if (community.kind === 'urban' && !large.has(community) && !micro.has(community) && state === 'normal') targetHouseholds = Math.min(4900, Math.max(1150, targetHouseholds));
    const remainder = community.kind === 'urban' ? between(random, 0.03, 0.1) : between(random, 0.12, 0.28);
    return [community, { targetHouseholds, homes, era: eraOf(community), state, remainder }];
  }));
}

function blockCount(community: Community): number {
  return community.blocks.filter((block) => block.use === null).length;
}

/** The old town lies where river and railway cross; newer quarters lie around it. */
function eraOf(community: Community): Profile['era'] {
  const [u, v] = centre(community);
  const away = Math.hypot(u - RIVER_U, (v - RAIL_V - 900) * 1.2);
  return away < 1700 ? 'old' : away < 3000 ? 'middle' : 'new';
}

function fromTown(community: Community): number {
  return Math.min(...community.blocks.map((block) => Math.hypot(middle(block)[0] - 5200, (middle(block)[1] - 3300) * 1.3)));
}

function centre(community: Community): [number, number] {
  const places = community.blocks.map(middle);
  return [places.reduce((s, p) => s + p[0], 0) / places.length, places.reduce((s, p) => s + p[1], 0) / places.length];
}
