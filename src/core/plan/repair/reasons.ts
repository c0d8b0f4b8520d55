/** Why a face goes where it goes, and why a defect is left to a person. Words are the catalogue's. */

/** How the side is chosen where several could take a face. */
export const REPAIR_RULES = ['longest-border', 'largest', 'smallest'] as const;
export type RepairRule = (typeof REPAIR_RULES)[number];

export type RepairReason =
  | 'longestBorder' | 'largest' | 'smallest'
  /** The unit that lies within the other keeps its ground. */
  | 'containedKeeps'
  /** Trimmed to the parent's line. */
  | 'parentLine'
  /** A person has said so. */
  | 'chosen'
  | 'onlyNeighbour'
  /** The longest border would have cut a piece off the loser. */
  | 'noAddedPiece'
  /** The ground lies in the subdistrict of the one that takes it. */
  | 'ownGround'
  /** A shifted unit goes back to the place that its neighbours' lines leave it. */
  | 'neighboursLines'
  /** A locked claimant keeps what it claims. */
  | 'lockedKeeps'
  /** No ground changes hands: vertices that the neighbour has are put in, the outline is written anew. */
  | 'matched';

export type LeftReason =
  | 'duplicate'
  /** The unit lies on several others together: settling it would leave it nothing. */
  | 'covered'
  /** The unit has no ground, or would have none inside the parent. */
  | 'collapsed'
  | 'classNotChosen' | 'tooWide' | 'accepted'
  /** Nobody who may take it borders it. */
  | 'noNeighbour'
  /** Only lines that are fixed by law lie between it and its neighbours. */
  | 'legalLine'
  | 'information' | 'locked'
  /** No defect of this id. */
  | 'notFound'
  /** The whole layer lies displaced against its parent: a datum to be put right, no ground to be given. */
  | 'shiftedLayer';
