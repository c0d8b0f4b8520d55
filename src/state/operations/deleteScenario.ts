/** Takes a scenario off the bar; its steps stay in the log, so it can come back. */
import { changePointer } from '../plan/changePointer.ts';

export const deleteScenario = (scenario: number): Promise<boolean> => changePointer('planScenario', { action: 'delete', scenario });
export const restoreScenario = (scenario: number): Promise<boolean> => changePointer('planScenario', { action: 'restore', scenario });
