/** OSM PBF files made by hand, sound and damaged, for tests. */
import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';

export interface OsmNode {
  id: number;
  /** Degrees. */
  lng: number;
  lat: number;
  tags?: Record<string, string>;
}

export interface OsmWay {
  id: number;
  refs: number[];
  tags: Record<string, string>;
}

export interface PbfShape {
  nodes: readonly OsmNode[];
  ways: readonly OsmWay[];
  /** Header's required features; the two usual ones by default. */
  required?: readonly string[];
  /** Degrees: west, south, east, north. */
  bounds?: readonly [number, number, number, number];
  compression?: 'zlib' | 'raw' | 'lzma' | 'lz4' | 'zstd';
  /** Plain nodes instead of dense ones. */
  plainNodes?: boolean;
  /** Ways in a block before the nodes. */
  waysFirst?: boolean;
  granularity?: number;
}

const NANO = 1e9;
const FIELD = { lzma: 4, lz4: 6, zstd: 7 } as const;

export function osmPbf(shape: PbfShape): Uint8Array {
  const blocks = [waysBlock(shape), nodesBlock(shape)];
  return concat([
    osmBlob('OSMHeader', header(shape), shape.compression),
    ...(shape.waysFirst ? blocks : blocks.reverse()).map((block) => osmBlob('OSMData', block, shape.compression)),
  ]);
}

/** One block with its header, as it stands in a file. */
export function osmBlob(type: string, content: Uint8Array, compression: PbfShape['compression'] = 'zlib', size = content.length): Uint8Array {
  const body = new PbfWriter();
  if (compression === 'raw') body.writeBytesField(1, content);
  else {
    body.writeVarintField(2, size);
    body.writeBytesField(compression === 'zlib' ? 3 : FIELD[compression], compression === 'zlib' ? zlibSync(content) : content);
  }
  const packed = body.finish();
  const head = new PbfWriter();
  head.writeStringField(1, type);
  head.writeVarintField(3, packed.length);
  const headBytes = head.finish();
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, headBytes.length);
  return concat([length, headBytes, packed]);
}

export function header({ required = ['OsmSchema-V0.6', 'DenseNodes'], bounds }: Partial<PbfShape>): Uint8Array {
  const pbf = new PbfWriter();
  if (bounds) {
    const [west, south, east, north] = bounds;
    pbf.writeMessage(1, (_, inner) => { [west, east, north, south].forEach((side, k) => { inner.writeTag(k + 1, 0); inner.writeSVarint(Math.round(side * NANO)); }); }, null);
  }
  for (const feature of required) pbf.writeStringField(4, feature);
  pbf.writeStringField(16, 'test');
  return pbf.finish();
}

class Table {
  readonly texts = [''];

  index(text: string): number {
    const at = this.texts.indexOf(text);
    return at > 0 ? at : this.texts.push(text) - 1;
  }
}

function nodesBlock({ nodes, plainNodes = false, granularity = 100 }: PbfShape): Uint8Array {
  const table = new Table();
  const scaled = (degrees: number) => Math.round((degrees * NANO) / granularity);
  return block(table, granularity, (group) => {
    if (plainNodes) {
      for (const { id, lng, lat, tags = {} } of nodes) {
        group.writeMessage(1, (_, node) => {
          node.writeSVarintField(1, id);
          node.writePackedVarint(2, Object.keys(tags).map((key) => table.index(key)));
          node.writePackedVarint(3, Object.values(tags).map((value) => table.index(value)));
          node.writeSVarintField(8, scaled(lat));
          node.writeSVarintField(9, scaled(lng));
        }, null);
      }
      return;
    }
    const tagged = nodes.some(({ tags }) => tags !== undefined);
    group.writeMessage(2, (_, dense) => {
      dense.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
      dense.writePackedSVarint(8, differences(nodes.map(({ lat }) => scaled(lat))));
      dense.writePackedSVarint(9, differences(nodes.map(({ lng }) => scaled(lng))));
      if (tagged) dense.writePackedVarint(10, nodes.flatMap(({ tags = {} }) => [...Object.entries(tags).flat().map((text) => table.index(text)), 0]));
    }, null);
  });
}

function waysBlock({ ways }: PbfShape): Uint8Array {
  const table = new Table();
  return block(table, 100, (group) => {
    for (const { id, refs, tags } of ways) {
      group.writeMessage(3, (_, way) => {
        way.writeVarintField(1, id);
        way.writePackedVarint(2, Object.keys(tags).map((key) => table.index(key)));
        way.writePackedVarint(3, Object.values(tags).map((value) => table.index(value)));
        way.writePackedSVarint(8, differences(refs));
      }, null);
    }
  });
}

/** The table is complete only when the group is written. */
function block(table: Table, granularity: number, write: (group: PbfWriter) => void): Uint8Array {
  const group = new PbfWriter();
  write(group);
  const pbf = new PbfWriter();
  pbf.writeMessage(1, (_, inner) => { for (const text of table.texts) inner.writeBytesField(1, new TextEncoder().encode(text)); }, null);
  pbf.writeBytesField(2, group.finish());
  if (granularity !== 100) pbf.writeVarintField(17, granularity);
  return pbf.finish();
}

function differences(values: readonly number[]): number[] {
  return values.map((value, k) => value - (values[k - 1] ?? 0));
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
