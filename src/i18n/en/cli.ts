import type { zhCli } from '../zh/cli.ts';

export const enCli: Record<keyof typeof zhCli, string> = {};
