import { spawn } from 'node:child_process';
import type { Check } from './check.js';

const TIME_LIMIT = 20_000;

export const npmProgram: Check = {
  name: 'npm',
  async look() {
    const version = await npmVersion();
    if (version !== undefined) {
      return { state: 'ok', text: `${version}; it fetches models and pictures that come by npm`, facts: { version } };
    }
    return {
      state: 'warning',
      text: 'not to be run; models and pictures that come by npm cannot be fetched, unless a mirror has them',
      mend: 'install Node.js with npm, or name a mirror with --mirror',
    };
  },
};

/** The version that npm says; undefined when it cannot be run. Asks npm itself, which asks nobody. */
function npmVersion(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const npm = spawn('npm', ['--version'], {
      // Windows has npm as a command file, which only a shell can run.
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: TIME_LIMIT,
      env: { ...process.env, npm_config_update_notifier: 'false' },
    });
    let text = '';
    npm.stdout.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    npm.on('error', () => resolve(undefined));
    npm.on('close', (code) => resolve(code === 0 ? text.trim() || undefined : undefined));
  });
}
