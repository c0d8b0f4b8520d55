import { zhCommands } from './commands.ts';
import { zhCompare } from './compare.ts';
import { zhPlan } from './plan.ts';
import { zhRepair } from './repair.ts';
import { zhApp } from './app.ts';
import { zhDefects } from './defects.ts';
import { zhProblems } from './problems.ts';
import { zhCli } from './cli.ts';
import { zhReport } from './report.ts';
import { zhProject } from './project.ts';
import { zhRules } from './rules.ts';
import { zhAssess } from './assess.ts';
import { zhRuleEditor } from './ruleEditor.ts';
import { zhTables } from './tables.ts';
import { zhAssessViews } from './assessViews.ts';
import { zhReach } from './reach.ts';

export const zh = { ...zhApp, ...zhCommands, ...zhCompare, ...zhPlan, ...zhRepair, ...zhDefects, ...zhProblems, ...zhCli, ...zhReport, ...zhProject, ...zhRules, ...zhTables, ...zhAssess, ...zhAssessViews, ...zhRuleEditor, ...zhReach } as const;
