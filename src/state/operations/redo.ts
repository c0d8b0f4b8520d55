/** One undone step forward again. */
import { changePointer } from '../plan/changePointer.ts';

export const redo = (): Promise<boolean> => changePointer('planRedo', null);
