/** Selects communities or open ground of the plan; with `add`, beside those that are selected. */
import { rowOf, usePlan } from '../plan/plan.ts';
import { useTool } from '../plan/tool.ts';
import { flyToBounds, flyToPoint, useView } from '../view.ts';

export function selectCommunity(unit: number, { add = false, fly = false } = {}): void {
  const { selection } = useView.getState();
  const { more } = useTool.getState();
  if (!add || selection?.kind !== 'unit') {
    useTool.setState({ more: [] });
    useView.setState({ selection: { kind: 'unit', index: unit } });
  } else if (unit === selection.index) {
    // The first is let go: the next takes its place.
    const [next, ...others] = more;
    useTool.setState({ more: others });
    useView.setState({ selection: next === undefined ? null : { kind: 'unit', index: next } });
  } else {
    useTool.setState({ more: more.includes(unit) ? more.filter((each) => each !== unit) : [...more, unit] });
  }
  if (fly) flyToCommunity(unit);
}

export function selectGround(face: number, fly = false): void {
  useTool.setState({ more: [] });
  useView.setState({ selection: { kind: 'ground', face } });
  const ground = usePlan.getState().state?.open.find((each) => each.face === face);
  if (fly && ground) flyToPoint(ground.at, 18);
}

export function flyToCommunity(unit: number): void {
  const bounds = rowOf(unit)?.bounds;
  if (bounds) flyToBounds(bounds);
}
