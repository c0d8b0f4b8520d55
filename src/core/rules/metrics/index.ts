/** Every metric by its name: of a community, and of a compound. */
import type { CommunityFacts, CompoundFacts } from '../facts.ts';
import { BOUNDARY_METRICS } from './boundary.ts';
import { COMPOUND_METRICS } from './compound.ts';
import type { Metric } from './metric.ts';
import { PEOPLE_METRICS } from './people.ts';
import { ROOMS_METRICS } from './rooms.ts';
import { SERVICES_METRICS } from './services.ts';
import { SIZE_METRICS } from './size.ts';

const OF_COMMUNITY = { ...BOUNDARY_METRICS, ...SIZE_METRICS, ...ROOMS_METRICS, ...PEOPLE_METRICS, ...SERVICES_METRICS };

export type CommunityMetricId = keyof typeof OF_COMMUNITY;
export type CompoundMetricId = keyof typeof COMPOUND_METRICS;

/** A profile names metrics by text; its door checks that each exists. */
export const METRICS_OF_COMMUNITY: ReadonlyMap<string, Metric<CommunityFacts>> = new Map(Object.entries(OF_COMMUNITY));
export const METRICS_OF_COMPOUND: ReadonlyMap<string, Metric<CompoundFacts>> = new Map(Object.entries(COMPOUND_METRICS));
