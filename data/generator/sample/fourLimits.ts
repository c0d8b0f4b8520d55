/** The four-limits text 四至 of a community: the line that makes up most of each side. */
import { outlineArcs, type Arc, type ArcMap } from './arcs.ts';
import type { Community } from './divisions.ts';

const SIDES = ['东', '南', '西', '北'] as const;

/** Null where a side has no named line: then nobody has written the text yet. */
export function fourLimits(map: ArcMap, community: Community): string | null {
  const [shell] = outlineArcs(map, community.blocks);
  const lengths = new Map<string, number>();
  for (const arc of shell!) {
    if (arc.cut.name === null) continue;
    const key = `${sideOf(arc)}${arc.cut.name}`;
    lengths.set(key, (lengths.get(key) ?? 0) + Math.hypot(arc.to[0] - arc.from[0], arc.to[1] - arc.from[1]));
  }
  const ranked = [...lengths].sort((a, b) => b[1] - a[1]);
  const parts = SIDES.map((side) => ranked.find(([key]) => key.startsWith(side))?.[0].slice(1));
  if (parts.some((part) => part === undefined)) return null;
  return SIDES.map((side, i) => `${side}至${parts[i]!}`).join('，');
}

/** The community lies left of its outline, so the way the outline runs tells the side. */
function sideOf(arc: Arc): (typeof SIDES)[number] {
  if (arc.from[0] === arc.to[0]) return arc.to[1] > arc.from[1] ? '东' : '西';
  return arc.to[0] > arc.from[0] ? '南' : '北';
}
