/** Sets a tolerance for the next check. The grid is fixed and has no setter. */
import { useCheck } from '../check.ts';

export function setTolerance(which: 'matchMetres' | 'sliverMetres', metres: number): void {
  useCheck.setState(({ tolerances }) => ({ tolerances: { ...tolerances, [which]: metres } }));
}
