/** Office and activity rooms and the outdoor plaza (policy sheet §3). */
import { derive } from '../fact.ts';
import type { CommunityFacts } from '../facts.ts';
import { derived, number, percent, truth, word } from './metric.ts';

type Of = CommunityFacts;

export const ROOMS_METRICS = {
  floorAreaSquareMetres: number('squareMetres', (f: Of) => f.floorAreaSquareMetres),
  /** Rooms for the care of the elderly left out, as XA145 counts. */
  floorAreaWithoutElderly: derived(number('squareMetres', (f: Of) => derive(f.floorAreaSquareMetres, f.elderlyAreaSquareMetres, (all, elderly) => Math.max(0, all - elderly)))),
  elderlyAreaSquareMetres: number('squareMetres', (f: Of) => f.elderlyAreaSquareMetres),
  activityAreaSquareMetres: number('squareMetres', (f: Of) => f.activityAreaSquareMetres),
  activityShare: derived(number('percent', (f: Of) => derive(f.activityAreaSquareMetres, f.floorAreaSquareMetres, percent))),
  plazaSquareMetres: number('squareMetres', (f: Of) => f.plazaSquareMetres),
  tenure: word((f: Of) => f.tenure),
  handedOver: truth((f: Of) => f.handedOver),
};
