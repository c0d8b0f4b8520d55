/** Ground while faces are being given away: who claims each face by now, which are still open, and what borders what. */
import { faceOf, halvesOf, leftFace, OUTSIDE_FACE, type Coverage } from '../../coverage/coverage.ts';
import { partsOf } from '../../coverage/shape.ts';
import { localScale } from '../../geo/ellipsoid.ts';

export interface Borders {
  /** Metres shared with the settled ground of each unit, legal lines left out. */
  metres: Map<number, number>;
  /** Units across legal lines only. */
  acrossLegal: Set<number>;
  /** Open faces beside it, with the metres shared. */
  open: Map<number, number>;
}

export class Ground {
  private readonly given = new Map<number, readonly number[]>();
  /** Claims of the units asked about, kept up with what is given. */
  private readonly claims: Map<number, Set<number>>;
  readonly open = new Set<number>();

  constructor(readonly coverage: Coverage, claims: readonly (readonly number[])[]) {
    this.claims = new Map(claims.map((faces, unit) => [unit, new Set(faces)]));
  }

  claimants(face: number): readonly number[] {
    return this.given.get(face) ?? faceOf(this.coverage, face).claimants;
  }

  give(face: number, units: readonly number[]): void {
    for (const unit of this.claimants(face)) this.claims.get(unit)!.delete(face);
    for (const unit of units) this.claims.get(unit)!.add(face);
    this.given.set(face, units);
    this.open.delete(face);
  }

  claimsOf(unit: number): ReadonlySet<number> {
    return this.claims.get(unit)!;
  }

  borders(face: number): Borders {
    const found: Borders = { metres: new Map(), acrossLegal: new Set(), open: new Map() };
    for (const half of halvesOf(this.coverage, face)) {
      const beyond = leftFace(this.coverage, half ^ 1);
      if (beyond === OUTSIDE_FACE || beyond === face) continue;
      const arc = this.coverage.arcs.get(half >> 1)!;
      const length = lengthMetres(arc.xy);
      if (this.open.has(beyond)) {
        if (arc.legal === null) found.open.set(beyond, (found.open.get(beyond) ?? 0) + length);
        continue;
      }
      const claimants = this.claimants(beyond);
      if (claimants.length !== 1) continue;
      if (arc.legal !== null) found.acrossLegal.add(claimants[0]!);
      else found.metres.set(claimants[0]!, (found.metres.get(claimants[0]!) ?? 0) + length);
    }
    for (const unit of found.metres.keys()) found.acrossLegal.delete(unit);
    return found;
  }

  /** Whether a unit falls into more pieces when it loses a face that it claims. */
  addsPieces(unit: number, face: number): boolean {
    const claims = this.claimsOf(unit);
    const without = [...claims].filter((each) => each !== face);
    return without.length > 1 && partsOf(this.coverage, without).length > partsOf(this.coverage, claims).length;
  }
}

function lengthMetres(xy: Int32Array): number {
  const { east, north } = localScale(xy[1]!);
  let sum = 0;
  for (let i = 2; i < xy.length; i += 2) sum += Math.hypot((xy[i]! - xy[i - 2]!) * east, (xy[i + 1]! - xy[i - 1]!) * north);
  return sum;
}
