/** Another name for a scenario. */
import { changePointer } from '../plan/changePointer.ts';

export const renameScenario = (scenario: number, name: string): Promise<boolean> => changePointer('planScenario', { action: 'rename', scenario, name });
