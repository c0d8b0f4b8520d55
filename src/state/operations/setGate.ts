/** Gates set by hand: by a click, then of another kind or taken away. Kept with the project; the walls are built again with them. */
import type { LngLat } from '../../core/geo/coordinates.ts';
import { useReach } from '../reach/reach.ts';
import type { GateAccess, OwnGate } from '../reach/settings.ts';
import { flyToPoint } from '../view.ts';
import { changeReach, keptReach } from './openReach.ts';

/** Near enough to see the wall. */
const GATE_ZOOM = 17;

export async function setGate(at: LngLat): Promise<void> {
  const { access } = useReach.getState();
  await changeReach({ gates: [...keptReach().gates, { at, access }] });
}

export async function changeGate(index: number, access: GateAccess): Promise<void> {
  await changeReach({ gates: keptReach().gates.map((gate, k) => (k === index ? { ...gate, access } : gate)) });
}

export async function removeGate(index: number): Promise<void> {
  await changeReach({ gates: keptReach().gates.filter((_, k) => k !== index) });
}

/** Where it stood among the others. */
export async function putGateBack(index: number, gate: OwnGate): Promise<void> {
  const { gates } = keptReach();
  await changeReach({ gates: [...gates.slice(0, index), gate, ...gates.slice(index)] });
}

export function goToGate({ at }: OwnGate): void {
  flyToPoint(at, GATE_ZOOM);
}
