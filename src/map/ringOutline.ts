/**
 * The outer line of several polygons: edges that two of them share cancel, what is left is chained to rings.
 * Serves the veil outside the parent, whether that is one district or its subdistricts.
 */
type Position = number[];
export type Ring = Position[];

interface PolygonFeatures {
  features: { geometry: { type: string; coordinates: unknown } | null }[];
}

export function outline(parent: PolygonFeatures): Ring[] {
  const edges = new Map<string, [Position, Position]>();
  for (const ring of ringsOf(parent)) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const from = ring[i]!;
      const to = ring[i + 1]!;
      const back = `${to.join()} ${from.join()}`;
      if (!edges.delete(back)) edges.set(`${from.join()} ${to.join()}`, [from, to]);
    }
  }
  return chain([...edges.values()]);
}

function ringsOf({ features }: PolygonFeatures): Ring[] {
  return features.flatMap(({ geometry }) => {
    if (geometry?.type === 'Polygon') return geometry.coordinates as Ring[];
    if (geometry?.type === 'MultiPolygon') return (geometry.coordinates as Ring[][]).flat();
    return [];
  });
}

/** Follows directed edges from end to start until each ring closes. */
function chain(edges: [Position, Position][]): Ring[] {
  const leaving = new Map<string, [Position, Position][]>();
  for (const edge of edges) {
    const key = edge[0].join();
    const list = leaving.get(key);
    if (list) list.push(edge);
    else leaving.set(key, [edge]);
  }
  const rings: Ring[] = [];
  for (const first of edges) {
    if (!leaving.get(first[0].join())?.includes(first)) continue;
    const ring: Ring = [first[0]];
    let edge: [Position, Position] | undefined = first;
    while (edge) {
      const list: [Position, Position][] = leaving.get(edge[0].join())!;
      list.splice(list.indexOf(edge), 1);
      ring.push(edge[1]);
      edge = leaving.get(edge[1].join())?.[0];
    }
    if (ring.length > 3) rings.push(ring);
  }
  return rings;
}
