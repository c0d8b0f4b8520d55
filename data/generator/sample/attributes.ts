/**
 * The columns of a community, under the Chinese names that bureaus use.
 * Rooms, plazas and staff fall short about as far as the city's plan says they did at
 * its start (XA145 1.2): 69 % of urban communities under 600 m² of rooms, 67 % under
 * 1,000 m² of plaza, fewer than 10 workers for 10,000 people. Some values nobody knows.
 */
import { DISTRICT_NAME } from '../names.ts';
import { between, pick, wholeBetween, type Random } from '../random.ts';
import type { Compound } from './compounds.ts';
import type { Community } from './divisions.ts';
import type { Profile, State } from './profiles.ts';
import type { Properties } from './shapes.ts';
import type { Zone } from './zones.ts';

export interface Facts {
  community: Community;
  profile: Profile;
  compounds: readonly Compound[];
  zone: Zone | undefined;
  fourLimits: string | null;
  /** Between 0 and 1: where the community stands among its kind in rooms and in plaza. */
  roomsRank: number;
  plazaRank: number;
}

/** Households expected once building is done. */
const EXPECTED: Partial<Record<State, [number, number]>> = {
  demolished: [1300, 2600], partlyResettled: [1500, 2800], toBeDemolished: [1100, 2200], underConstruction: [2400, 4200],
};

const UNDER_600 = 0.69;
const UNDER_1000 = 0.67;

/** Columns that may be blank, and how often. */
const BLANK = new Map([['养老用房面积', 0.08], ['居民活动面积', 0.07], ['室外广场面积', 0.05], ['用房面积', 0.04], ['户籍户数', 0.05], ['户籍人口', 0.05], ['持证人数', 0.06], ['志愿者数', 0.08], ['社会组织数', 0.06], ['托位数', 0.06], ['设立时间', 0.1], ['批复文号', 0.25], ['交叉任职', 0.04], ['专职人员', 0.04], ['产权', 0.04]]);

export function communityProperties(random: Random, facts: Facts): Properties {
  const { community, zone, fourLimits } = facts;
  const properties: Properties = {
    社区代码: community.code,
    社区名称: community.name,
    街道: community.subdistrict.name,
    区县: DISTRICT_NAME,
    districtKind: 'district',
    类型: community.kind,
    ...(zone === undefined ? {} : { 开发区: zone.name, 托管: zone.entrusted }),
    ...numbers(random, facts),
    ...history(random, facts),
    ...(fourLimits === null ? {} : { 四至: fourLimits }),
    ...indicators(random, community.kind),
  };
  for (const [column, share] of BLANK) {
    if (random() < share && column in properties) properties[column] = null;
  }
  return properties;
}

/** Households and people of the whole community: its compounds and a remainder outside them. */
export function headcount(random: Random, { compounds, profile }: Pick<Facts, 'compounds' | 'profile'>): { households: number; people: number } {
  const sum = (of: (compound: Compound) => number): number => compounds.reduce((total, compound) => total + of(compound), 0);
  const inside = sum((c) => c.households);
  const outside = inside === 0 ? Math.round(profile.targetHouseholds) : Math.ceil((inside * profile.remainder) / (1 - profile.remainder));
  return { households: inside + outside, people: sum((c) => c.people) + Math.round(outside * between(random, 2.3, 2.9)) };
}

function numbers(random: Random, facts: Facts): Properties {
  const { community, profile, compounds } = facts;
  const { households, people } = headcount(random, facts);
  const urban = community.kind === 'urban';
  const expected = EXPECTED[profile.state];
  const dwellings = compounds.reduce((sum, c) => sum + c.dwellings, 0);
  const occupied = compounds.reduce((sum, c) => sum + c.occupied, 0);
  const elsewhere = households - compounds.reduce((sum, c) => sum + c.households, 0);
  const rooms = roomsOf(random, urban, facts.roomsRank);
  const plaza = plazaOf(random, facts.plazaRank);
  const registered = between(random, 0.5, 0.95);
  return {
    状态: profile.state,
    常住户数: households,
    户籍户数: Math.round(households * registered),
    ...(expected === undefined ? {} : { 规划回迁户数: wholeBetween(random, ...expected) }),
    住宅套数: dwellings + Math.round(elsewhere * 1.08),
    入住套数: occupied + elsewhere,
    常住人口: people,
    户籍人口: Math.round(people * registered * between(random, 0.92, 1.08)),
    用房面积: rooms,
    养老用房面积: random() < 0.3 ? 0 : Math.round((rooms * between(random, 0.08, 0.3)) / 5) * 5,
    居民活动面积: Math.round((rooms * between(random, 0.34, 0.74)) / 5) * 5,
    室外广场面积: plaza,
    产权: pick(random, ['owned', 'owned', 'owned', 'lent', 'lent', 'rented']),
    ...staff(random, households, people),
    托位数: random() < 0.55 ? 0 : wholeBetween(random, 20, 90),
    社会组织数: wholeBetween(random, urban ? 3 : 1, urban ? 13 : 7),
    志愿者数: Math.round(people * between(random, 0.05, 0.17)),
    持证人数: wholeBetween(random, 0, urban ? 7 : 3),
  };
}

function roomsOf(random: Random, urban: boolean, rank: number): number {
  const [low, high] = urban
    ? rank < UNDER_600 ? [120, 590] : [600, 1900]
    : rank < 0.45 ? [60, 245] : [250, 780];
  return Math.round(between(random, low, high) / 5) * 5;
}

function plazaOf(random: Random, rank: number): number {
  if (rank < 0.12) return 0;
  return Math.round((rank < UNDER_1000 ? between(random, 150, 990) : between(random, 1000, 3600)) / 10) * 10;
}

/** Most committees have the seats the rules give them; a few have a seat too many or too few. */
function staff(random: Random, households: number, people: number): Properties {
  const seats = households < 2000 ? 5 : households <= 4000 ? 7 : 9;
  const committee = Math.max(3, seats + pick(random, [0, 0, 0, 0, 0, -1, -1, -2, 1]));
  const partyBody = people > 9000 ? 'committee' : people > 4500 ? 'generalBranch' : 'branch';
  const party = partyBody === 'branch' ? 3 : pick(random, [5, 5, 5, 4]);
  const both = Math.min(party, committee, Math.round(party * between(random, 0.4, 1)));
  return {
    党组织: partyBody,
    班子人数: party,
    居委会人数: committee,
    交叉任职: both,
    社区工作者: Math.max(2, Math.round((people / 10_000) * between(random, 6.2, 11.2))),
    专职人员: wholeBetween(random, 3, 9),
  };
}

function history(random: Random, { profile }: Facts): Properties {
  const year = profile.era === 'new' ? wholeBetween(random, 2006, 2021) : wholeBetween(random, 1998, 2012);
  const newBuild = profile.era === 'new' && random() < 0.3;
  return {
    新建: newBuild,
    ...(newBuild ? { 建成时间: `${year + 1}-${String(wholeBetween(random, 1, 12)).padStart(2, '0')}` } : {}),
    设立时间: `${year}-${String(wholeBetween(random, 1, 12)).padStart(2, '0')}`,
    批复文号: `澜政函〔${year}〕${wholeBetween(random, 3, 140)}号（虚构）`,
  };
}

/** Indicator rows that a single community can answer with yes or no (rules §8), and how often the answer is yes. */
const ROWS: readonly [row: number, share: number, kind?: Community['kind']][] = [
  [1, 0.93], [2, 0.7], [3, 0.82], [10, 0.27], [11, 0.66], [12, 0.6, 'urban'], [13, 0.58, 'rural'], [14, 0.62], [15, 0.88],
  [16, 0.9], [20, 0.74, 'urban'], [21, 0.86], [22, 0.8, 'urban'],
];

function indicators(random: Random, kind: Community['kind']): Properties {
  const out: Properties = {};
  for (const [row, share, only] of ROWS) {
    if (only !== undefined && only !== kind) continue;
    out[`indicator${row}`] = random() < 0.05 ? null : random() < share;
  }
  return out;
}
