import { zhApp } from './app.ts';
import { zhDefects } from './defects.ts';
import { zhProblems } from './problems.ts';
import { zhCli } from './cli.ts';

export const zh = { ...zhApp, ...zhDefects, ...zhProblems, ...zhCli } as const;
