import { dirname, join, relative } from 'node:path';
import { readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { exitCode } from '../exit-code.ts';
import { projectRoot } from '../project-root.ts';
import { emitSubgraphs } from '../schema/emit-subgraphs.ts';
import { chooseSibling } from './choose-sibling.ts';
import { completeFacts } from './default-facts.ts';
import { assertGiven, assertNewNetwork } from './judge-facts.ts';
import { memberRow, withMember } from './member-row.ts';
import type { GivenFacts, NetworkFacts } from './network-facts.ts';
import { renderNetwork } from './render-network.ts';
import { siblingFiles } from './sibling-files.ts';
import { writeNetwork } from './write-network.ts';

interface NewNetworkOptions {
  readonly given: GivenFacts;
  readonly config: string;
  /** Whether somebody is there to be asked. */
  readonly isAsking: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const subgraphsFolder = join(projectRoot, 'subgraphs');

/**
 * `birge network new`: judges, asks at most five questions, writes a folder, a text and a row, and says what comes next.
 * Errors  NetworkRefusal; FederationError for a member list or a text that cannot be read
 */
export async function newNetwork({ given, config, isAsking, dryRun, json }: NewNetworkOptions): Promise<void> {
  const members = readRoverConfig(config);
  const folders = { subgraphsFolder, textsFolder: join(dirname(config), 'schema', 'subgraphs') };
  assertGiven(given, members, folders);
  const questions = isAsking ? await import('./ask-facts.ts') : null;
  const told = questions ? await questions.askFacts(given, members, folders) : given;
  if (told === null) return leave();
  const facts = completeFacts(told, members);
  assertNewNetwork(facts, members, folders);
  if (questions && !dryRun) {
    const isWanted = await questions.confirmWriting(facts.subgraph);
    if (isWanted === null) return leave();
    if (!isWanted) return sayNothing();
  }

  const folder = join(subgraphsFolder, facts.subgraph);
  const files = await filesOf(facts, config);
  const row = memberRow(facts);
  const schemaFile = join(dirname(config), row.schema.file);
  if (!dryRun) {
    const emit = async (): Promise<string> => {
      const member = { name: facts.subgraph, routingUrl: row.routing_url, schemaFile, readSdl: () => '' };
      return (await emitSubgraphs([...members, member], [facts.subgraph])).get(facts.subgraph) ?? '';
    };
    await writeNetwork({ folder, files, emit, schemaFile, roverFile: config, memberList: withMember(config, facts) });
  }
  const paths = [...[...files.keys()].map((name) => join(folder, name)).sort(), schemaFile, config];
  report(
    facts,
    paths.map((path) => relative(process.cwd(), path)),
    { dryRun, json },
  );
}

const sayNothing = (): void => console.log('Nothing was written.');

/** The person left a question without an answer. */
function leave(): void {
  sayNothing();
  process.exitCode = exitCode.findings;
}

async function filesOf(facts: NetworkFacts, config: string): Promise<Map<string, string>> {
  const sibling = await chooseSibling(config, facts.languages);
  const files = renderNetwork(facts, sibling?.folder ?? null);
  return sibling === null ? files : new Map([...files, ...siblingFiles(sibling, facts, new Set(files.keys()))]);
}

function report(facts: NetworkFacts, files: readonly string[], { dryRun, json }: { dryRun: boolean; json: boolean }): void {
  const { names, country, subgraph, typeName, port } = facts;
  if (json) {
    const next = ['birge compose', `birge check ${subgraph}`, 'npm start'];
    console.log(JSON.stringify({ network: facts, dryRun, files, next }, null, 2));
    return;
  }
  for (const file of files) console.log(`${dryRun ? 'would write' : 'wrote'}  ${file}`);
  console.log(`
${names.en} (${country}) is ${subgraph}, behind ${typeName}, on port ${port}.
Rows that say SAMPLE are invented: replace them before you publish. Next:
  npm run birge -- compose
  npm run birge -- check ${subgraph}
  npm start`);
}
