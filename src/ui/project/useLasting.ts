/** Whether something has lasted for a while: what is over at once needs no telling. */
import { useEffect, useState } from 'react';

export function useLasting(on: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => { setLasts(true); }, milliseconds);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [on, milliseconds]);
  return on && lasts;
}
