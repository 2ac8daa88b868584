import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { bundleStamp } from './bundle-stamp.ts';
import type { Program } from './make-bundle.ts';

const folder = join(projectRoot, 'node_modules', '.cache', 'birge', 'bundle');
const stampFile = join(folder, 'stamp');
const programs: readonly Program[] = ['gateway', 'subgraph'];
const fileOf = (program: Program): string => join(folder, `${program}.mjs`);

/**
 * Each program as one file, made anew when sources or packages have changed.
 * Shape   names of the members whose code is here, printer of what a person waits for -> paths, or null: run from source
 * Errors  none: a bundle is only faster, so a failure is one printed line
 */
export async function prepareBundles(
  names: readonly string[],
  print: (line: string) => void,
): Promise<Readonly<Record<Program, string>> | null> {
  const files = { gateway: fileOf('gateway'), subgraph: fileOf('subgraph') };
  try {
    const stamp = `${bundleStamp()} ${names.join(' ')}`;
    if (readStamp() === stamp) return files;
    print('Preparing the program: the first start after a change takes a moment longer.');
    const { makeBundle } = await import('./make-bundle.ts');
    mkdirSync(folder, { recursive: true });
    await Promise.all(
      programs.map(async (program) => {
        const half = join(folder, `${program}.${process.pid}.mjs`);
        await makeBundle(half, program, names);
        renameSync(half, fileOf(program));
      }),
    );
    // The stamp goes last: with an old stamp new bundles are merely made once more.
    writeFileSync(stampFile, stamp);
    return files;
  } catch (error) {
    print(`Running from source, which starts slower: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
    return null;
  }
}

function readStamp(): string | null {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return null;
  }
}
