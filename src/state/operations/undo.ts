/** One step back in the open scenario. */
import { changePointer } from '../plan/changePointer.ts';

export const undo = (): Promise<boolean> => changePointer('planUndo', null);
