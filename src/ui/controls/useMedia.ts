/** Whether a media query holds, followed as the window changes. */
import { useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => { list.removeEventListener('change', onChange); };
    },
    () => matchMedia(query).matches,
  );
}

/** The same breakpoints as in styles/frame.css. */
export const useIsLow = () => useMedia('(max-height: 760px)');
export const useIsNarrow = () => useMedia('(max-width: 1320px)');
