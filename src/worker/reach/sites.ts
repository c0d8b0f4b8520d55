/** Where facilities of a category would reach most people whom none reaches yet: over all junctions, with the bound that no choice can pass. */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import { millimetresTo, type Catchment } from '../../core/network/catchment.ts';
import { UNKNOWN_COUNT, type Homes } from '../../core/network/homes.ts';
import { UNREACHED } from '../../core/network/place.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Work } from '../../core/progress.ts';
import { solveJunctions } from '../../core/siting/junctions.ts';
import type { ReachSite, ReachSites } from '../reachProtocol.ts';
import type { Reading } from './readings.ts';

interface Question {
  readonly reading: Reading;
  readonly catchment: Catchment;
  readonly homes: Homes;
  readonly category: string;
  readonly limitMillimetres: number;
  readonly count: number;
  readonly plan: Plan;
}

const SEED = 1;
/** A person waits for it. */
const SECONDS = 8;
const MILLISECONDS = 1000;

export function* sitesOf({ reading, catchment, homes, category, limitMillimetres, count, plan }: Question): Work<ReachSites> {
  const started = performance.now();
  const c = catchment.categories.indexOf(category);
  const demand = reading.homePoints.anchors;
  const existing = Uint32Array.from({ length: demand.count }, (_, home) => (c < 0 ? UNREACHED : millimetresTo(catchment, c, home)));
  // Of whom nobody can tell where they leave their compound, nobody can tell who would be reached.
  const weight = Float64Array.from({ length: demand.count }, (_, home) => (homes.unknown[home] === 1 ? 0 : known(homes.people[home]!)));
  const secondsLeft = () => SECONDS - (performance.now() - started) / MILLISECONDS;
  const { engine } = reading;
  const answer = yield* solveJunctions(engine.search, { demand, weight, existing, limitMillimetres, count }, { seed: SEED, secondsLeft });
  const { result, junctions, gain, isAllSearched } = answer;
  const covered = new Set<number>();
  for (let home = 0; home < demand.count; home++) if (existing[home]! <= limitMillimetres) covered.add(home);
  const { graph, net } = engine.network;
  const sites = result.sites.map(({ candidate }): ReachSite => {
    const vertex = net.junctionVertex[junctions[candidate]!]!;
    engine.reach({ vertex }, limitMillimetres);
    const site = { people: 0, households: 0 };
    const communities = new Map<string, number>();
    for (const home of engine.membersOf(demand)) {
      if (covered.has(home) || homes.unknown[home] === 1) continue;
      covered.add(home);
      const people = known(homes.people[home]!);
      site.people += people;
      site.households += known(homes.households[home]!);
      const unit = homes.community[home]!;
      if (unit >= 0) communities.set(plan.units.get(unit).name, (communities.get(plan.units.get(unit).name) ?? 0) + people);
    }
    return {
      at: [graph.coordinates[2 * vertex]! / STEPS_PER_DEGREE, graph.coordinates[2 * vertex + 1]! / STEPS_PER_DEGREE], ...site,
      communities: [...communities].map(([name, people]) => ({ name, people })).sort((p, q) => q.people - p.people || (p.name < q.name ? -1 : 1)),
    };
  });
  return {
    sites, candidates: gain.reduce((sum, each) => sum + Number(each > 0), 0), people: result.value, boundPeople: result.bound, gap: result.gap, isProved: result.isProved, isAllSearched,
    milliseconds: performance.now() - started,
  };
}

function known(count: number): number {
  return count === UNKNOWN_COUNT ? 0 : count;
}
