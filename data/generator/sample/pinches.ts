/**
 * A region that touches itself at a crossing of streets would have a ring that passes
 * a vertex twice. One block changes hands, so that no region of the sample does.
 */
import type { Block } from './blocks.ts';
import { areaOf, isConnected, type BlockGraph } from './regions.ts';

/** Changes `regionOf` until no crossing is pinched; blocks without a region are ground of nobody and stay so. */
export function mendPinches(graph: BlockGraph, regionOf: Map<number, number>): void {
  const crossings = crossingsOf(graph.blocks);
  for (let round = 0; round < 200; round++) {
    const pinch = crossings.find((around) => isPinched(around.map((block) => block && regionOf.get(block.id))));
    if (pinch === undefined) return;
    const choices = pinch.flatMap((block, i) => {
      const to = pinch[(i + 1) % 4];
      return block && to ? [{ block, region: regionOf.get(to.id) }] : [];
    });
    choices.sort((a, b) => areaOf(a.block) - areaOf(b.block));
    const choice = choices.find(({ block, region }) => mayMove(graph, regionOf, block, region));
    if (choice === undefined) throw new Error('A pinched crossing cannot be mended by one block.');
    regionOf.set(choice.block.id, choice.region!);
  }
  throw new Error('Mending pinched crossings does not come to an end.');
}

/** Takes away blocks until the outline of the whole passes no crossing twice and all of it hangs together. */
export function trimOutline(graphOf: (blocks: readonly Block[]) => BlockGraph, blocks: readonly Block[]): Block[] {
  let left = [...blocks];
  for (;;) {
    const inside = new Set(left.map((block) => block.id));
    const pinch = crossingsOf(blocks).find((around) => isPinched(around.map((block) => (block && inside.has(block.id) ? 0 : undefined))));
    if (pinch === undefined) break;
    const [smallest] = pinch.filter((block) => block && inside.has(block.id)).sort((a, b) => areaOf(a!) - areaOf(b!));
    left = left.filter((block) => block !== smallest);
  }
  if (!isConnected(graphOf(left), new Set(left.map((block) => block.id)))) throw new Error('The district is in several parts.');
  return left;
}

function mayMove(graph: BlockGraph, regionOf: ReadonlyMap<number, number>, block: Block, region: number | undefined): boolean {
  const from = regionOf.get(block.id);
  if (from === undefined || region === undefined || from === region) return false;
  const rest = new Set([...regionOf].filter(([id, r]) => r === from && id !== block.id).map(([id]) => id));
  return isConnected(graph, rest);
}

type Around = readonly (Block | undefined)[];

/** Blocks north-east, north-west, south-west and south-east of each corner of a block. */
function crossingsOf(blocks: readonly Block[]): Around[] {
  const corners = new Map<string, (Block | undefined)[]>();
  for (const block of blocks) {
    const { u0, v0, u1, v1 } = block;
    [[u0, v0], [u1, v0], [u1, v1], [u0, v1]].forEach((corner, quadrant) => {
      const around = corners.get(String(corner)) ?? [undefined, undefined, undefined, undefined];
      around[quadrant] = block;
      corners.set(String(corner), around);
    });
  }
  // Where only two blocks have a corner, a third lies along: no crossing of four.
  return [...corners.values()];
}

function isPinched(labels: readonly (number | undefined)[]): boolean {
  const [ne, nw, sw, se] = labels;
  const across = (a: number | undefined, b: number | undefined, c: number | undefined, d: number | undefined): boolean =>
    a !== undefined && a === b && c !== a && d !== a;
  return across(ne, sw, nw, se) || across(nw, se, ne, sw);
}
