/** What is chosen in the work plan: kept while one looks at another table. */
import { create } from 'zustand';
import type { Heading, TaskFilter } from './taskLines.ts';

export const useBoardState = create<{ view: 'list' | Heading; filter: TaskFilter; selected: string | null }>()(() => ({ view: 'list', filter: 'all', selected: null }));
