import { relative } from 'node:path';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { exitCode } from '../exit-code.ts';
import { composedText } from './composed-text.ts';
import { changeLine, writeText } from './write-text.ts';

interface ComposeOptions {
  readonly config: string;
  readonly output: string;
  readonly dryRun?: boolean;
  readonly hints?: boolean;
  readonly json?: boolean;
}

/** `birge compose`: errors are printed one per line with the composition's own code, and the exit code is 1. */
export function writeSupergraph({ config, output, dryRun = false, hints: showHints = false, json = false }: ComposeOptions): void {
  const members = readRoverConfig(config);
  const composed = composedText(members);
  const file = relative(process.cwd(), output);
  if (composed.errors) {
    if (json) console.log(JSON.stringify({ file, changed: false, hints: [], errors: composed.errors }, null, 2));
    else for (const { code, message } of composed.errors) console.error(`error  ${code}  ${message}`);
    process.exitCode = exitCode.findings;
    return;
  }
  const changed = writeText(output, composed.text, dryRun);
  if (json) {
    console.log(JSON.stringify({ file, changed, hints: composed.hints, errors: [] }, null, 2));
    return;
  }
  if (showHints) for (const { code, message } of composed.hints) console.log(`hint  ${code}  ${message}`);
  console.log(
    `${changeLine(file, changed, dryRun)}  (${members.length} subgraphs, ${composed.hints.length} hints${showHints ? '' : ': --hints'})`,
  );
}
