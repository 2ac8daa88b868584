import { relative } from 'node:path';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { exitCode } from '../exit-code.ts';
import { composedText } from './composed-text.ts';
import { emitSubgraphs } from './emit-subgraphs.ts';
import { changeLine, writeText } from './write-text.ts';

interface ComposeOptions {
  readonly config: string;
  readonly output: string;
  readonly dryRun?: boolean;
  readonly hints?: boolean;
  readonly json?: boolean;
}

const hub = 'hub';

/**
 * `birge compose`: the hub's text is made anew, since its doors follow from the countries' texts; then the texts become the supergraph.
 * Errors are printed one per line with the composition's own code, and the exit code is 1.
 */
export async function writeSupergraph({
  config,
  output,
  dryRun = false,
  hints: showHints = false,
  json = false,
}: ComposeOptions): Promise<void> {
  const members = readRoverConfig(config);
  const fresh = await emitSubgraphs(members, [hub]);
  const composed = composedText(members, fresh);
  const file = relative(process.cwd(), output);
  const texts = members.flatMap(({ name, schemaFile }) => {
    const text = fresh.get(name);
    return text && schemaFile ? [{ file: relative(process.cwd(), schemaFile), changed: writeText(schemaFile, text, dryRun) }] : [];
  });
  if (composed.errors) {
    if (json) console.log(JSON.stringify({ file, changed: false, texts, hints: [], errors: composed.errors }, null, 2));
    else for (const { code, message } of composed.errors) console.error(`error  ${code}  ${message}`);
    process.exitCode = exitCode.findings;
    return;
  }
  const changed = writeText(output, composed.text, dryRun);
  if (json) {
    console.log(JSON.stringify({ file, changed, texts, hints: composed.hints, errors: [] }, null, 2));
    return;
  }
  if (showHints) for (const { code, message } of composed.hints) console.log(`hint  ${code}  ${message}`);
  for (const text of texts) console.log(changeLine(text.file, text.changed, dryRun));
  console.log(
    `${changeLine(file, changed, dryRun)}  (${members.length} subgraphs, ${composed.hints.length} hints${showHints ? '' : ': --hints'})`,
  );
}
