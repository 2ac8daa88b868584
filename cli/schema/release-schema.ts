import { join, relative } from 'node:path';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { schemaFolder } from './schema-folder.ts';
import { changeLine, writeText } from './write-text.ts';

/** `birge schema release`: the members' current texts become what clients may rely on; see schema/decisions/0003. */
export function releaseSchema({ config, dryRun = false }: { config: string; dryRun?: boolean }): void {
  const { released } = schemaFolder(config);
  for (const { name, readSdl } of readRoverConfig(config)) {
    const file = join(released, `${name}.graphql`);
    console.log(changeLine(relative(process.cwd(), file), writeText(file, readSdl(), dryRun), dryRun));
  }
}
