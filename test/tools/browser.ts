/**
 * Finds a Chromium for the browser tests, or installs one, or says what to do.
 *
 * In order: CHROME_PATH · the usual places · a copy that Playwright keeps · on
 * Debian and Ubuntu as root, the package manager · Playwright's own download.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Software rendering, no network of the browser's own. */
export const CHROMIUM_FLAGS = [
  '--use-angle=swiftshader', '--disable-gpu-rasterization', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--no-sandbox', '--disable-quic',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
];

/** The shell has no windows of its own to draw: where the processor is the graphics card, a page is there in half the time. */
const USUAL_PLACES = [
  '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium', '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const root = process.env[variable];
    return root ? [join(root, 'Google/Chrome/Application/chrome.exe'), join(root, 'Microsoft/Edge/Application/msedge.exe')] : [];
  }),
];

export function findBrowser(): string | null {
  const named = process.env.CHROME_PATH ?? process.env.CHROME_BIN;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  const usual = USUAL_PLACES.find((path) => existsSync(path));
  if (usual) return usual;
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : null;
}

export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) {
    ensureChineseFont();
    return found;
  }
  if (!process.env.NO_BROWSER_INSTALL) {
    if (isDebianRoot()) {
      console.log('No Chromium found: installing it with apt-get.');
      apt(['chromium-headless-shell', 'fonts-wqy-microhei']);
      if (!findBrowser()) apt(['chromium', 'fonts-wqy-microhei']);
    }
    if (!findBrowser()) {
      console.log('No Chromium found: letting Playwright download one.');
      const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '..', 'cli.js');
      spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
    }
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error([
    'The browser tests need Chromium, and none was found or could be installed. Any of these will do:',
    '  1. install Chromium, Chrome or Edge and run npm test again',
    '  2. set CHROME_PATH to the program of one that is installed elsewhere',
    '  3. on Debian or Ubuntu: apt-get install chromium-headless-shell fonts-wqy-microhei',
    '  4. without a browser: npm run test:unit runs everything else',
  ].join('\n'));
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: CHROMIUM_FLAGS });
}

/** Without a Chinese font every label is a box, and the test that looks at labels would look at boxes. */
function ensureChineseFont(): void {
  if (process.platform !== 'linux' || process.env.NO_BROWSER_INSTALL) return;
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (listed.status === 0 && listed.stdout.trim() !== '') return;
  if (isDebianRoot()) apt(['fonts-wqy-microhei', 'fontconfig']);
}

function isDebianRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version') && readFileSync('/etc/debian_version', 'utf8') !== '';
}

function apt(packages: string[]): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
  } catch (error) {
    console.error(`apt-get could not install ${packages.join(' ')}: ${String(error)}`);
  }
}
