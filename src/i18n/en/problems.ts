import type { zhProblems } from '../zh/problems.ts';

export const enProblems: Record<keyof typeof zhProblems, string> = {};
