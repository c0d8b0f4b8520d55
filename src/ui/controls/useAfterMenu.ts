/** What an item of a menu begins, begun when the menu has gone and its button has the focus again: a dialog then gives it back to the button, and a tool may take it to the map. */
import { useRef } from 'react';

export interface AfterMenu {
  choose: (action: () => void) => void;
  /** For the menu's content. */
  onCloseAutoFocus: () => void;
}

export function useAfterMenu(): AfterMenu {
  const chosen = useRef<(() => void) | null>(null);
  return {
    choose: (action) => { chosen.current = action; },
    onCloseAutoFocus: () => {
      const action = chosen.current;
      chosen.current = null;
      if (action) queueMicrotask(action);
    },
  };
}
