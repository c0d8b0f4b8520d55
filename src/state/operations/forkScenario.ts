/** A new scenario that goes on from a revision, or from what is shown. */
import { changePointer } from '../plan/changePointer.ts';

export const forkScenario = (name: string, at: number | null): Promise<boolean> => changePointer('planScenario', { action: 'fork', name, at });
