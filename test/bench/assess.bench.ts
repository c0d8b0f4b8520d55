/**
 * A city of 1,200 held against all rules of Xi'an, nearly every figure given: all communities made anew, and after one edit of the plan,
 * from the edited plan to the whole assessment. JSON.parse of the city's file in the same process is the machine's pace.
 */
import { generateCity } from '../../data/generator/city.ts';
import { seededRandom, wholeBetween } from '../../data/generator/random.ts';
import { collectionBytes } from '../../data/generator/stringify.ts';
import { assessPlan, type Assessment } from '../../src/core/assess.ts';
import { areaFigures } from '../../src/core/facts/areaFigures.ts';
import { openFacts, updateFacts } from '../../src/core/facts/planFacts.ts';
import { openFigures, updateFigures } from '../../src/core/households/figures.ts';
import { PagedArray } from '../../src/core/pagedArray.ts';
import { applyCommand } from '../../src/core/plan/apply.ts';
import { finish } from '../../src/core/progress.ts';
import { NUMBER_FACTS, PLAN_FACTS, withFacts, type GivenFacts } from '../../src/core/rules/facts.ts';
import { resolveProfile } from '../../src/core/rules/resolveProfile.ts';
import { shippedProfiles } from '../../src/io/profiles/shipped.ts';
import { cityPlanOf } from '../builders/cityPlan.ts';
import { randomCommand } from '../builders/randomCommands.ts';

const COMMUNITIES = 1200;
const WARMING = 10;
const RUNS = 40;
const EDITS = 120;

const random = seededRandom(7);
const city = generateCity({ communities: COMMUNITIES, seed: 7 });
const text = new TextDecoder().decode(collectionBytes(city.communities));
const parseMs = timed(() => JSON.parse(text) as unknown);
const { base, dataset } = cityPlanOf(city.communities, null);
const resolution = resolveProfile('xian', shippedProfiles());
if (!resolution.ok) throw new Error('xian does not resolve');
const { profile } = resolution;
const given = new Map([...base.units].map(({ id }): [string, GivenFacts] => [id, {
  ...Object.fromEntries(NUMBER_FACTS.filter((name) => !PLAN_FACTS.has(name) && !/Percent|Yuan/.test(name)).map((name) => [name, wholeBetween(random, 0, 40)])),
  floorAreaSquareMetres: wholeBetween(random, 300, 2000), plazaSquareMetres: wholeBetween(random, 400, 2000), kind: random() < 0.7 ? 'urban' : 'rural', district: '甲区', districtKind: 'district', partyBody: 'branch',
}]));
let figures = finish(openFigures(dataset, base));
let facts = openFacts(base, figures, { base, zones: null, parents: [] }, given);
const context = { asOf: '2026-11-22', whole: 'city' as const };
const assess = (before?: Assessment) => assessPlan(facts.communities, profile, { ...context, figures: areaFigures(facts.plan, figures) }, before);

const whole: number[] = [];
for (let run = 0; run < WARMING + RUNS; run++) {
  // Other objects with the same values: nothing that was worked out before is found again.
  facts = { ...facts, communities: facts.communities.map((each) => withFacts(each, {})) };
  whole.push(timed(() => assess()));
}
facts = openFacts(base, figures, { base, zones: null, parents: [] }, given);
let assessment = assess();

const after: number[] = [];
let [plan, serial] = [base, 0];
while (after.length < EDITS) {
  const result = applyCommand(plan, randomCommand(plan, random, ++serial));
  if (!result.ok) continue;
  const nextFigures = updateFigures(figures, result.value, PagedArray.differences(figures.coverage.faces, result.value.coverage.faces));
  after.push(timed(() => {
    facts = updateFacts(facts, result.value, nextFigures);
    figures = nextFigures;
    assessment = assess(assessment);
  }));
  plan = result.value;
}
console.log(`${COMMUNITIES} communities, ${profile.rules.length} rules, ${profile.indicators.length} indicators (JSON.parse ${parseMs.toFixed(0)} ms)`);
console.log(`  all anew: first ${whole[0]!.toFixed(1)} ms, from the ${WARMING + 1}th on median ${quantile(whole.slice(WARMING), 0.5)} ms of ${RUNS}`);
console.log(`  after one edit, facts and assessment: median ${quantile(after, 0.5)} ms, 95 % ${quantile(after, 0.95)} ms of ${EDITS}`);

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function quantile(list: readonly number[], share: number): string {
  return [...list].sort((p, q) => p - q)[Math.min(list.length - 1, Math.floor(share * list.length))]!.toFixed(1);
}
