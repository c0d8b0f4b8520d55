/** Which row of a table is chosen where rows are no communities: only so that the arrows know where they are. */
import { useState } from 'react';

export function useRowChoice(): { selected: string | null; choose: (key: string) => void } {
  const [selected, choose] = useState<string | null>(null);
  return { selected, choose };
}
