/** A block of OSM primitives: nodes plain and dense, and ways. Relations and change sets are passed over. */
import type { PbfReader } from 'pbf';
import { bytesOf, damaged, readFields, readInner, span, sumsOf, unsignedOf, varint, zigzag } from './wire.ts';

/** Keys that matter; the value of another is undefined whatever it is. */
export type BlockTags = (key: string) => string | undefined;

export interface BlockSink {
  /** Keys that are looked at, of nodes and of ways. */
  readonly nodeKeys: ReadonlySet<string>;
  readonly wayKeys: ReadonlySet<string>;
  /** Steps of 1e-7 degree. `tags` is null where no tag of interest is there. */
  node(id: number, x: number, y: number, tags: BlockTags | null): void;
  /** Node ids in order, decoded when asked for. `tags` is null where no tag of interest is there. */
  way(id: number, tags: BlockTags | null, refs: () => Float64Array): void;
}

/** Nanodegrees in a step. */
const NANO_PER_STEP = 100;

interface Frame {
  readonly strings: Strings;
  readonly granularity: number;
  readonly latOffset: number;
  readonly lngOffset: number;
}

export function readBlock(block: Uint8Array, sink: BlockSink): void {
  let strings = new Strings(new Uint8Array(0));
  let granularity = NANO_PER_STEP;
  let latOffset = 0;
  let lngOffset = 0;
  const groups: Uint8Array[] = [];
  readFields(block, 0, block.length, (tag, pbf) => {
    if (tag === 1) strings = new Strings(bytesOf(pbf));
    else if (tag === 2) groups.push(bytesOf(pbf));
    else if (tag === 17) granularity = varint(pbf, true);
    else if (tag === 19) latOffset = varint(pbf, true);
    else if (tag === 20) lngOffset = varint(pbf, true);
  });
  if (!(granularity > 0)) throw damaged(`granularity ${granularity}`);
  const frame: Frame = { strings, granularity, latOffset, lngOffset };
  for (const group of groups) {
    readFields(group, 0, group.length, (tag, pbf) => {
      if (tag === 1) readNode(pbf, frame, sink);
      else if (tag === 2) readDense(pbf, frame, sink);
      else if (tag === 3) readWay(pbf, frame, sink);
    });
  }
}

const NO_INDICES = new Uint32Array(0);

function readNode(message: PbfReader, frame: Frame, sink: BlockSink): void {
  let [id, lat, lng] = [NaN, NaN, NaN];
  let [keys, values]: [Uint32Array, Uint32Array] = [NO_INDICES, NO_INDICES];
  readInner(message, (tag, pbf) => {
    if (tag === 1) id = zigzag(pbf);
    else if (tag === 8) lat = zigzag(pbf);
    else if (tag === 9) lng = zigzag(pbf);
    else if (tag === 2) keys = packed(pbf);
    else if (tag === 3) values = packed(pbf);
  });
  sink.node(id, steps(lng, frame.lngOffset, frame), steps(lat, frame.latOffset, frame), tagsOf(keys, values, frame.strings, sink.nodeKeys));
}

function readDense(message: PbfReader, frame: Frame, sink: BlockSink): void {
  const none: Float64Array = new Float64Array(0);
  let [ids, lats, lngs] = [none, none, none];
  let tags: Uint32Array = NO_INDICES;
  readInner(message, (tag, pbf) => {
    if (tag === 1) ids = sums(pbf);
    else if (tag === 8) lats = sums(pbf);
    else if (tag === 9) lngs = sums(pbf);
    else if (tag === 10) tags = packed(pbf);
  });
  if (lats.length !== ids.length || lngs.length !== ids.length) throw damaged(`${ids.length} ids, ${lats.length} latitudes, ${lngs.length} longitudes`);
  const keyed = new KeyedTags(tags, frame.strings, sink.nodeKeys);
  for (let i = 0; i < ids.length; i++) {
    sink.node(ids[i]!, steps(lngs[i]!, frame.lngOffset, frame), steps(lats[i]!, frame.latOffset, frame), keyed.next());
  }
}

function readWay(message: PbfReader, frame: Frame, sink: BlockSink): void {
  let id = NaN;
  let [keys, values]: [Uint32Array, Uint32Array] = [NO_INDICES, NO_INDICES];
  let [refsStart, refsEnd] = [0, 0];
  readInner(message, (tag, pbf) => {
    if (tag === 1) id = varint(pbf, true);
    else if (tag === 2) keys = packed(pbf);
    else if (tag === 3) values = packed(pbf);
    else if (tag === 8) [refsStart, refsEnd] = span(pbf);
  });
  const tags = tagsOf(keys, values, frame.strings, sink.wayKeys);
  sink.way(id, tags, () => sumsOf(message.buf, refsStart, refsEnd));
}

function tagsOf(keys: Uint32Array, values: Uint32Array, strings: Strings, wanted: ReadonlySet<string>): BlockTags | null {
  if (keys.length !== values.length) throw damaged(`${keys.length} keys, ${values.length} values`);
  let found: Map<string, string> | null = null;
  for (let k = 0; k < keys.length; k++) {
    const key = strings.at(keys[k]!);
    if (wanted.has(key)) (found ??= new Map()).set(key, strings.at(values[k]!));
  }
  return found && ((key) => found.get(key));
}

/** Tags of dense nodes: key and value in turn, a zero behind each node. */
class KeyedTags {
  #at = 0;

  constructor(readonly list: Uint32Array, readonly strings: Strings, readonly wanted: ReadonlySet<string>) {}

  next(): BlockTags | null {
    const { list, strings, wanted } = this;
    let found: Map<string, string> | null = null;
    while (this.#at < list.length) {
      const index = list[this.#at++]!;
      if (index === 0) break;
      const key = strings.at(index);
      const value = list[this.#at++] ?? 0;
      if (wanted.has(key)) (found ??= new Map()).set(key, strings.at(value));
    }
    return found && ((key) => found.get(key));
  }
}

/** A block's table of texts, decoded as they are asked for. */
class Strings {
  readonly #bytes: Uint8Array[] = [];
  readonly #texts: (string | undefined)[] = [];
  readonly #decoder = new TextDecoder();

  constructor(table: Uint8Array) {
    readFields(table, 0, table.length, (tag, pbf) => {
      if (tag === 1) this.#bytes.push(bytesOf(pbf));
    });
  }

  at(index: number): string {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    const bytes = this.#bytes[index];
    if (bytes === undefined) throw damaged(`text ${index} of ${this.#bytes.length}`);
    return (this.#texts[index] = this.#decoder.decode(bytes));
  }
}

function steps(value: number, offset: number, { granularity }: Frame): number {
  return granularity === NANO_PER_STEP && offset === 0 ? value : Math.round((offset + granularity * value) / NANO_PER_STEP);
}

function packed(pbf: PbfReader): Uint32Array {
  return unsignedOf(pbf.buf, ...span(pbf));
}

function sums(pbf: PbfReader): Float64Array {
  return sumsOf(pbf.buf, ...span(pbf));
}
