/** Another tab edits the project: nothing of the plan is changed here. The bar over the page says so. */
import { useSaving } from '../autosave/saving.ts';

export const isReadOnly = (): boolean => useSaving.getState().otherTab !== null;
