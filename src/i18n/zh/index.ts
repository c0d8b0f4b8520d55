import { zhApp } from './app.ts';
import { zhDefects } from './defects.ts';
import { zhProblems } from './problems.ts';
import { zhCli } from './cli.ts';
import { zhReport } from './report.ts';

export const zh = { ...zhApp, ...zhDefects, ...zhProblems, ...zhCli, ...zhReport } as const;
