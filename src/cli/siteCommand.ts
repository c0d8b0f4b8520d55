/** `sizhi site`: where to put facilities, and how far from the best possible that is at most. */
import { writeFileSync } from 'node:fs';
import { STEPS_PER_DEGREE } from '../core/geo/coordinates.ts';
import type { StreetNetwork } from '../core/network/streetNetwork.ts';
import { changedFromWalkV1 } from '../core/network/walkChoices.ts';
import type { SitingResult } from '../core/siting/solve.ts';
import { translator, type Translate } from '../i18n/index.ts';
import { ExitCode } from './exit.ts';
import { StreetRefusal, tellStreets } from './reachProblems.ts';
import { printSite } from './sitePrint.ts';
import { siteInput, type SiteInput } from './siteInput.ts';
import { siteOptions, type SiteCall } from './siteOptions.ts';
import { answerSite, type SiteAnswer, type SiteChoice } from './siteAnswer.ts';
import { TableRefusals, tellRefusals } from './tableOptions.ts';

/** Points listed by name; how many people they are is told in full. */
const MOST_LISTED = 10_000;

export async function siteCommand(argv: string[]): Promise<ExitCode> {
  const call = siteOptions(argv);
  const t = translator(call.language);
  try {
    return await site(call, t);
  } catch (error) {
    if (error instanceof StreetRefusal) return tellStreets(error, call.json, t);
    if (error instanceof TableRefusals) return tellRefusals(error, call.json, t);
    throw error;
  }
}

export interface SiteOutcome {
  readonly call: SiteCall;
  readonly input: SiteInput;
  readonly answer: SiteAnswer;
  readonly seconds: number;
}

async function site(call: SiteCall, t: Translate): Promise<ExitCode> {
  const input = siteInput(call, t);
  const started = performance.now();
  const answer = await answerSite(call, input, t);
  const outcome: SiteOutcome = { call, input, answer, seconds: (performance.now() - started) / 1000 };
  if (call.out !== null) writeFileSync(call.out, JSON.stringify({ type: 'FeatureCollection', features: answer.sites.map(feature) }));
  if (call.gains !== null && answer.gains !== null && input.streets !== null) writeFileSync(call.gains, gainsCsv(answer.gains, input.streets.engine.network));
  for (const note of [...input.notes, ...answer.notes]) process.stderr.write(`${note.replace(/[\u0000-\u001f\u007f-\u009f]/g, '·')}\n`);
  if (call.json) process.stdout.write(`${JSON.stringify(asJson(outcome))}\n`);
  else printSite(outcome, t);
  return ExitCode.clean;
}

function asJson({ call, input, answer: { result, sites, excluded, notes, cutoffMetres, isAllSearched }, seconds }: SiteOutcome) {
  const { value, bound, gap, isProved, boundBy, chargeMetres, figures, steps, reduced } = result;
  return {
    sites, value, upperBound: upperBound(call, result), lowerBound: call.objective === 'coverage' ? value : bound, gap, seconds, proved: isProved, boundBy,
    objective: call.objective === 'coverAll' ? 'cover-all' : call.objective, count: call.count, limitMetres: call.limitMillimetres / 1000, seed: call.seed, steps, searched: reduced,
    distance: call.streets === null ? 'straight' : 'streets', cutoffMetres, chargeMetres, allJunctionsSearched: isAllSearched,
    figures: { ...figures, cannotBeCoveredPoints: figures.cannotBeCoveredPoints.slice(0, MOST_LISTED).map((point) => input.demand[point]!.id) },
    ...(input.project === null ? {} : { project: { file: input.project.file, name: input.project.name, walkAltered: changedFromWalkV1(input.project.walk) } }),
    excluded, partial: input.streets?.partial ?? false, notes: [...input.notes, ...notes],
  };
}

/** The optimum lies between `lowerBound` and `upperBound`, whichever way the objective goes. */
function upperBound({ objective }: SiteCall, { value, bound }: SitingResult): number {
  return objective === 'coverage' ? bound : value;
}

function feature({ lng, lat, ...properties }: SiteChoice) {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lng, lat] } };
}

/** What one new site would cover, for every junction. */
function gainsCsv(gains: Float64Array, { graph, net }: StreetNetwork): string {
  const rows = Array.from(gains, (gain, junction) => {
    const vertex = net.junctionVertex[junction]!;
    return `${graph.nodeIds[vertex]!},${graph.coordinates[2 * vertex]! / STEPS_PER_DEGREE},${graph.coordinates[2 * vertex + 1]! / STEPS_PER_DEGREE},${gain}`;
  });
  return `\ufeffnode,lng,lat,gain\r\n${rows.join('\r\n')}\r\n`;
}
