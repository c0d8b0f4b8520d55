/**
 * What a second, independent method says of a check: the answer of `secondOpinion`.
 *
 * `agree` is true only when every defect that has an area was confirmed and the
 * other method found nothing that the check does not list. A computation that
 * failed is a difference too: it disproves nothing, but nothing was confirmed,
 * and a bureau must not read silence as consent. `opinionState` tells the two apart.
 */
export type OpinionDifferenceKind =
  /** Turf finds what the check does not list. */
  | 'missing'
  /** The check lists what Turf does not find. */
  | 'notConfirmed'
  /** Both find it, but the areas differ. */
  | 'area'
  /** Turf could not compute it: neither confirmed nor disproved. */
  | 'failed';

export interface OpinionDifference {
  kind: OpinionDifferenceKind;
  defectId: string | null;
  units: number[];
  oursSquareMetres: number | null;
  turfSquareMetres: number | null;
  lngLat: [number, number] | null;
  /** Turf's own words when it failed. */
  message?: string;
}

export interface SecondOpinion {
  agree: boolean;
  /** Defects that have an area, each put to Turf. */
  defectsChecked: number;
  defectsConfirmed: number;
  /** Whether the whole layer was put to Turf too (only up to some 300 communities). */
  wholeLayer: boolean;
  pairsChecked: number;
  differences: OpinionDifference[];
  elapsedMs: number;
}

/** `unconfirmed`: no difference was found, but some computations failed. */
export type OpinionState = 'agrees' | 'differs' | 'unconfirmed' | 'notAsked';

export function opinionState(opinion: SecondOpinion | null): OpinionState {
  if (!opinion) return 'notAsked';
  if (opinion.agree) return 'agrees';
  return opinion.differences.every(({ kind }) => kind === 'failed') ? 'unconfirmed' : 'differs';
}
