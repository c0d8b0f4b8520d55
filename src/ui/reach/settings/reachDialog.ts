/** The dialog about settings of 可达 that is open, if any. */
import { create } from 'zustand';

export type ReachDialog = 'words' | 'categories' | 'walk';

export const useReachDialog = create<{ open: ReachDialog | null }>()(() => ({ open: null }));

export function openReachDialog(open: ReachDialog): void {
  useReachDialog.setState({ open });
}

export function closeReachDialog(): void {
  useReachDialog.setState({ open: null });
}
