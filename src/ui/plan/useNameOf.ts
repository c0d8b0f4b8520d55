/** The name of a community by its id; the id itself where none is known. */
import { useCallback } from 'react';
import { usePlan } from '../../state/plan/plan.ts';

export function useNameOf(): (id: string) => string {
  const rows = usePlan((mirror) => mirror.state?.communities);
  return useCallback((id) => rows?.find((row) => row.id === id)?.name ?? id, [rows]);
}
