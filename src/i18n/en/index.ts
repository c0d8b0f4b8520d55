import { enApp } from './app.ts';
import { enDefects } from './defects.ts';
import { enProblems } from './problems.ts';
import { enCli } from './cli.ts';
import { enReport } from './report.ts';
import type { zh } from '../zh/index.ts';

export const en: Record<keyof typeof zh, string> = { ...enApp, ...enDefects, ...enProblems, ...enCli, ...enReport };
