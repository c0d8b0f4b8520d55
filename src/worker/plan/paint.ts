/** Ground that can be painted: faces of the plan, compounds and other atoms with an outline, street blocks. */
import { streetBlocks, type Block } from '../../core/coverage/blocks.ts';
import { facePoint } from '../../core/coverage/facePoint.ts';
import { OUTSIDE_FACE, type Coverage } from '../../core/coverage/coverage.ts';
import type { Atom, AtomKind } from '../../core/households/atom.ts';
import type { GroundRef } from '../../core/plan/command.ts';
import { degreesOf } from '../../core/plan/edit.ts';
import { STEPS_PER_DEGREE, type LngLat } from '../../core/geo/coordinates.ts';
import type { PaintKind } from '../planProtocol.ts';
import { FeatureWriter, ringsOf } from './overlay.ts';
import type { StreetLine } from './snap.ts';

const ATOM_KIND: Partial<Record<PaintKind, AtomKind>> = { compound: 'compound', grid: 'grid', census: 'block' };

export class PaintGround {
  private blocks: Block[] | null = null;

  constructor(private readonly base: Coverage, private readonly atoms: readonly Atom[], private readonly streets: readonly StreetLine[]) {}

  layer(kind: PaintKind, head: Coverage): ArrayBuffer | null {
    const out = new FeatureWriter();
    let count = 0;
    for (const { id, name, households, rings } of this.pieces(kind, head)) {
      out.polygons(id, { ...(name !== null && { name }), ...(households !== null && { households }) }, [rings]);
      count++;
    }
    return count > 0 ? out.finish() : null;
  }

  ground(kind: PaintKind, ids: readonly number[], head: Coverage): GroundRef[] {
    if (kind === 'face') {
      return ids.filter((id) => id < head.faces.length && head.faces.get(id)).map((id) => {
        const [x, y] = facePoint(head, id);
        return { at: [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE] };
      });
    }
    const wanted = new Set(ids);
    const refs: GroundRef[] = [];
    for (const { id, rings } of this.pieces(kind, head)) if (wanted.has(id)) refs.push({ rings: rings.map(closedDegrees) });
    return refs;
  }

  private *pieces(kind: PaintKind, head: Coverage): Iterable<{ id: number; name: string | null; households: number | null; rings: readonly (readonly number[])[] }> {
    if (kind === 'face') {
      for (let id = 0; id < head.faces.length; id++) {
        const face = head.faces.get(id);
        if (face && id !== OUTSIDE_FACE) yield { id, name: null, households: null, rings: ringsOf(head, face) };
      }
      return;
    }
    if (kind === 'block') {
      this.blocks ??= this.streets.length > 0 ? streetBlocks(this.base, this.streets.map(({ xy }) => xy)) : [];
      for (const [id, rings] of this.blocks.entries()) yield { id, name: null, households: null, rings };
      return;
    }
    const wanted = ATOM_KIND[kind];
    for (const [id, atom] of this.atoms.entries()) {
      if (atom.kind === wanted && atom.shape?.type === 'polygon') yield { id, name: atom.name, households: atom.households, rings: atom.shape.rings.map((ring) => [...ring]) };
    }
  }
}

function closedDegrees(ring: readonly number[]): LngLat[] {
  const out: LngLat[] = [];
  for (let i = 0; i < ring.length; i += 2) out.push(degreesOf(ring[i]!, ring[i + 1]!));
  out.push(out[0]!);
  return out;
}
