import { enCommands } from './commands.ts';
import { enCompare } from './compare.ts';
import { enPlan } from './plan.ts';
import { enRepair } from './repair.ts';
import { enApp } from './app.ts';
import { enDefects } from './defects.ts';
import { enProblems } from './problems.ts';
import { enCli } from './cli.ts';
import { enReport } from './report.ts';
import { enProject } from './project.ts';
import { enRules } from './rules.ts';
import { enAssess } from './assess.ts';
import { enRuleEditor } from './ruleEditor.ts';
import { enTables } from './tables.ts';
import { enAssessViews } from './assessViews.ts';
import type { zh } from '../zh/index.ts';
import { enReach } from './reach.ts';

export const en: Record<keyof typeof zh, string> = { ...enApp, ...enCommands, ...enCompare, ...enPlan, ...enRepair, ...enDefects, ...enProblems, ...enCli, ...enReport, ...enProject, ...enRules, ...enTables, ...enAssess, ...enAssessViews, ...enRuleEditor, ...enReach };
