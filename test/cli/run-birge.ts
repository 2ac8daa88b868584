import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
export const birge = join(root, 'cli', 'birge.mjs');

/**
 * Runs `birge` to its end as its own process; the environment is this one's without the settings a developer may have made. In a copy of the
 * project, from the copy's folder.
 */
export async function runBirge(
  args: readonly string[],
  env: Record<string, string> = {},
  copy?: string,
): Promise<{ code: number | null; out: string; err: string }> {
  const entry = copy === undefined ? birge : join(copy, 'cli', 'birge.mjs');
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...plainEnvironment(), ...env },
    cwd: copy,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

export function plainEnvironment(): NodeJS.ProcessEnv {
  const settings = /^(DATABASE_URL|STEWARD_KEY_FILE|ROUTING_URL_|BIRGE_|HOST$|PORT$|LOG_LEVEL$|COUNTRY_TIMEOUT_MS$|METRICS|OTEL_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name)));
}
