/**
 * `npm test`: types, lint, build, unit and property tests, browser tests; one
 * closing line with the sum. A step that fails is counted and the rest still runs.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'sizhi-test-'));
let passed = 0;
let failed = 0;

// Linting takes minutes on one core: it runs beside the rest and is told at the end.
const lint = beside('lint', ['eslint', '.', '--max-warnings', '0']);
step('types of everything', ['tsc', '-p', 'tsconfig.json']);
step('types of the core, without the DOM', ['tsc', '-p', 'src/core/tsconfig.json']);
step('build', ['tsx', 'test/tools/build.ts']);
suite('unit');
if (step('a browser', ['tsx', 'test/tools/ensure-browser.ts'])) suite('e2e');

await lint;

rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function run(command: string[]): boolean {
  const [name, ...rest] = command;
  const shell = process.platform === 'win32';
  return spawnSync('npx', ['--no-install', name!, ...rest], { stdio: 'inherit', shell }).status === 0;
}

/** Its output comes in one piece, when it has ended. */
function beside(title: string, [name, ...rest]: string[]): Promise<void> {
  const started = Date.now();
  const child = spawn('npx', ['--no-install', name!, ...rest], { shell: process.platform === 'win32' });
  let output = '';
  const take = (chunk: Buffer) => { output += chunk.toString(); };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const ended = new Promise<boolean>((resolve) => {
    child.on('close', (code) => { resolve(code === 0); });
    child.on('error', (error) => {
      output += error.message;
      resolve(false);
    });
  });
  return ended.then((ok) => {
    if (ok) passed++;
    else failed++;
    console.log(`\n— ${title}\n${output}${ok ? 'passed' : 'FAILED'}: ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  });
}

function step(title: string, command: string[]): boolean {
  console.log(`\n— ${title}`);
  const started = Date.now();
  const ok = run(command);
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? 'passed' : 'FAILED'}: ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return ok;
}

/** A vitest project; its own counts come from its JSON report. */
function suite(project: string): void {
  console.log(`\n— ${project} tests`);
  const report = join(scratch, `${project}.json`);
  const ok = run(['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    passed += numPassedTests;
    failed += numFailedTests;
    // A suite that could not start, or an error between tests, fails no single test.
    if (!ok && numFailedTests === 0) failed++;
    if (numPassedTests + numFailedTests === 0) failed++;
  } catch {
    failed++;
  }
}
