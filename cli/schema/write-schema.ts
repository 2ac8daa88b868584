import { relative } from 'node:path';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { exitCode } from '../exit-code.ts';
import { UserError } from '../user-error.ts';
import { composedText } from './composed-text.ts';
import { emitSubgraphs } from './emit-subgraphs.ts';
import { schemaFolder } from './schema-folder.ts';
import { changeLine, writeText } from './write-text.ts';

/** `birge schema emit`: writes each member's text from its code, then the supergraph. Errors: UserError when composition fails. */
export async function writeSchema(options: { config: string; dryRun?: boolean; json?: boolean }): Promise<void> {
  const dryRun = options.dryRun ?? false;
  const members = readRoverConfig(options.config);
  const names = members.map(({ name }) => name);
  const texts = await emitSubgraphs(members, names);
  const written: { file: string; changed: boolean }[] = [];
  const write = (file: string, text: string): void => {
    const changed = writeText(file, text, dryRun);
    written.push({ file: relative(process.cwd(), file), changed });
  };
  // The countries' texts are written even if the whole does not compose: that is what one then looks at.
  for (const { name, schemaFile } of members) {
    const text = texts.get(name);
    if (text && schemaFile) write(schemaFile, text);
  }
  const composed = composedText(members, texts);
  if (!composed.errors) write(schemaFolder(options.config).supergraph, composed.text);

  if (options.json) console.log(JSON.stringify(written, null, 2));
  else for (const { file, changed } of written) console.log(changeLine(file, changed, dryRun));
  if (composed.errors) {
    const lines = composed.errors.map(({ code, message }) => `  ${code}  ${message}`);
    throw new UserError(`the texts do not compose, the supergraph stays as it was:\n${lines.join('\n')}`, exitCode.findings);
  }
}
