/** The sample's files as bytes: the same on every run and every machine. */
import type { FeatureCollection } from 'geojson';
import { MADE_UP } from '../names.ts';
import { plantDefects, PLANT_KINDS } from '../plant.ts';
import { collectionBytes } from '../stringify.ts';
import { generateDistrict } from './district.ts';

const SEED = 7;
/** Defects in a real layer lie closer than in a test city: this far apart is enough to tell them apart. */
const SPACING_METRES = 220;

const TITLES: Record<string, string> = {
  communities: '社区界', 'communities-defects': '社区界（埋有缺陷）', declared: '不属于任何社区的地块', district: '区界', subdistricts: '街道和镇界',
  zones: '开发区', streets: '道路', railway: '铁路', water: '水面', green: '绿地', buildings: '建筑', compounds: '小区', gates: '出入口', facilities: '设施',
};

export function sampleFiles(): Map<string, Uint8Array> {
  const { communities, declared, layers } = generateDistrict(SEED);
  const dirty = plantDefects({ communities, declared }, {
    seed: SEED, perKind: 1, spacingMetres: SPACING_METRES, kinds: [...PLANT_KINDS, 'exclave', 'gap10', 'gap2', 'overlap2', 'overlap10', 'inlet', 'beyond'],
  });
  const files = new Map<string, Uint8Array>();
  const add = (name: string, collection: FeatureCollection): void => {
    files.set(`${name}.geojson`, collectionBytes(collection, { name: `${TITLES[name]!}（虚构示例数据）`, note: MADE_UP }));
  };
  add('communities', communities);
  add('communities-defects', dirty.communities);
  add('declared', declared);
  for (const [name, collection] of Object.entries(layers)) add(name, collection);
  const truth = dirty.planted.map((planted) => JSON.stringify(planted, rounded)).join(',\n');
  files.set('planted.json', new TextEncoder().encode(`{"note":${JSON.stringify(MADE_UP)},"planted":[\n${truth}\n]}\n`));
  return files;
}

/** Degrees to 1 mm, metres to 1 mm: more digits would only pretend. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e8) / 1e8 : value;
}
