/** The sample district that ships with the page: invented, clean, and the same with planted defects. */
import type { LayerRole } from '../worker/protocol.ts';
import type { InspectedFile } from './operations/inspectFiles.ts';

declare const __SINGLE_FILE__: boolean;

export const SAMPLE_NAMES = ['district', 'district-defects'] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];

/** Files of each sample, by name in data/sample. */
const SURROUNDINGS = ['district', 'declared', 'compounds', 'zones', 'streets', 'railway', 'water', 'green', 'buildings', 'facilities', 'gates'];
/** Roles of those whose columns are not asked for. */
const KNOWN_ROLES: Readonly<Record<string, LayerRole>> = { streets: 'context', railway: 'context', water: 'context', green: 'context', buildings: 'context', facilities: 'facilities', gates: 'gates' };
const SAMPLE_FILES: Record<SampleName, string[]> = {
  district: ['communities', ...SURROUNDINGS],
  'district-defects': ['communities-defects', ...SURROUNDINGS],
};

export function isSampleName(name: string | null): name is SampleName {
  return SAMPLE_NAMES.some((each) => each === name);
}

/** Reads a sample from where the page came from: beside it, or inside it. */
export async function readSample(name: SampleName): Promise<InspectedFile[]> {
  const { readSampleFile } = __SINGLE_FILE__ ? await import('./sampleInside.ts') : await import('./sampleBeside.ts');
  return Promise.all(SAMPLE_FILES[name].map(async (stem) => {
    const bytes = await readSampleFile(`${stem}.geojson`);
    if (!bytes) throw new Error(`${stem}.geojson is not among the sample's files.`);
    const role = KNOWN_ROLES[stem];
    return { name: `${stem}.geojson`, bytes, known: role && { role, fields: {}, encoding: 'utf-8' } };
  }));
}
