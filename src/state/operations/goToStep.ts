/** To a revision on the line of the open scenario: undo or redo of several steps. */
import { changePointer } from '../plan/changePointer.ts';

export const goToStep = (revision: number): Promise<boolean> => changePointer('planGoTo', { revision });
