/** The command line: the page's own functions without a page. */
import { applyCommand } from './applyCommand.ts';
import { assessCommand } from './assessCommand.ts';
import { USAGE } from './usage.ts';
import { checkCommand } from './checkCommand.ts';
import { reachCommand } from './reachCommand.ts';
import { repairCommand } from './repairCommand.ts';
import { siteCommand } from './siteCommand.ts';
import { ExitCode, InputProblems, UsageError } from './exit.ts';
import { describeProblem } from './describe.ts';
import { translator, type Language } from '../i18n/index.ts';

const COMMANDS: Record<string, (argv: string[]) => ExitCode | Promise<ExitCode>> = { check: checkCommand, repair: repairCommand, apply: applyCommand, assess: assessCommand, reach: reachCommand, site: siteCommand };

process.exitCode = await run(process.argv.slice(2));

async function run(argv: string[]): Promise<ExitCode> {
  const language: Language = argv[argv.indexOf('--lang') + 1] === 'en' && argv.includes('--lang') ? 'en' : 'zh';
  const t = translator(language);
  const [name, ...rest] = argv;
  try {
    if (name === undefined || name === '--help' || name === 'help') {
      process.stdout.write(USAGE[language]);
      return name === undefined ? ExitCode.refused : ExitCode.clean;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(t('cli.unknownCommand', { found: name, expected: Object.keys(COMMANDS).join(', ') }));
    if (rest.includes('--help')) {
      process.stdout.write(USAGE[language]);
      return ExitCode.clean;
    }
    return await command(rest);
  } catch (error) {
    if (error instanceof InputProblems) {
      for (const problem of error.problems) process.stderr.write(`${describeProblem(problem, t)}\n`);
      if (argv.includes('--json')) process.stdout.write(`${JSON.stringify({ problems: error.problems })}\n`);
      return ExitCode.refused;
    }
    if (error instanceof UsageError) {
      process.stderr.write(`sizhi: ${error.message}\n`);
      return ExitCode.refused;
    }
    process.stderr.write(`sizhi: ${t('cli.internal')}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return ExitCode.internal;
  }
}
