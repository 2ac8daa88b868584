import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { failingQuestions } from '../../subgraphs/federation/checks/failing-questions.ts';
import type { Finding } from '../../subgraphs/federation/checks/finding.ts';
import { sharedNames } from '../../subgraphs/federation/checks/shared-names.ts';
import type { SubgraphText } from '../../subgraphs/federation/compose.ts';
import { FederationError } from '../../subgraphs/federation/federation-error.ts';
import { countriesIn, type FederationCountry } from '../../subgraphs/federation/read-countries.ts';
import { type FederationMember, readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { UserError } from '../user-error.ts';
import { checkMember } from './check-member.ts';
import { compareTexts } from './compare-texts.ts';
import { composedText } from './composed-text.ts';
import { emitSubgraphs } from './emit-subgraphs.ts';
import type { ForeignText } from './foreign-text.ts';
import { schemaFolder } from './schema-folder.ts';
import { storedOperations } from './stored-operations.ts';

interface CheckOptions {
  readonly config: string;
  /** Members to check; none: all. */
  readonly names: readonly string[];
  /** The one named member's text, instead of what its code here says. */
  readonly foreign?: ForeignText | undefined;
}

/** What a check found, and what a person should know although it is no fault. */
export interface ContractReport {
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

/**
 * All that can be said against the contract, or against the named members' part of it, before it is published. Nothing is written.
 * Shape   member list, names, text from elsewhere -> findings; `where` begins with the member's name
 * Errors  UserError for a name that is no member; FederationError for a text that cannot be read at all, unless it is the foreign one
 */
export async function checkContract({ config, names, foreign }: CheckOptions): Promise<ContractReport> {
  const listed = readRoverConfig(config);
  const members = foreign ? withCandidate(listed, names, foreign) : listed;
  const unknown = names.find((name) => !members.some((member) => member.name === name));
  if (unknown) throw new UserError(`"${unknown}" is no member; the members are ${members.map(({ name }) => name).join(', ')}.`);
  const asked = members.filter(({ name }) => names.length === 0 || names.includes(name));
  const texts = foreign
    ? new Map(asked.map(({ name }) => [name, foreign.sdl]))
    : await emitSubgraphs(
        members,
        asked.map(({ name }) => name),
      );
  // First of all, since it reads every text: a text that is not GraphQL makes every other finding meaningless.
  const all = members.map((member) => toText(member, texts.get(member.name) ?? member.readSdl()));
  const countries = readDoors(all, foreign ? names[0] : undefined);
  if (!Array.isArray(countries)) return { findings: [countries], notes: [] };

  const folders = schemaFolder(config);
  const operations = storedOperations(folders.operations);
  const findings: Finding[] = foreign ? [] : asked.flatMap((member) => textAgainstCode(member, texts.get(member.name)));
  const composed = composedText(members, texts);
  if (composed.errors) {
    findings.push(
      ...(composed.findings ??
        composed.errors.map(({ code, message }) => ({
          check: 'composition',
          where: code,
          message: `${message.replaceAll(/\s+/g, ' ')}; there is no supergraph with it, so nobody's change can be published`,
        }))),
    );
  } else {
    if (names.length === 0) {
      findings.push(...compareTexts(relative(process.cwd(), folders.supergraph), committed(folders.supergraph), composed.text));
    }
    findings.push(...failingQuestions(composed.text, operations, 'operations'));
  }
  const notes: string[] = [];
  for (const member of asked) {
    const text = texts.get(member.name) ?? member.readSdl();
    const relied = committed(join(folders.released, `${member.name}.graphql`)) ?? (listed.includes(member) ? readCommitted(member) : null);
    const others = all.filter(({ name }) => name !== member.name);
    const report = await checkMember({ member: toText(member, text), relied, others, countries, operations, folders, foreign });
    findings.push(...report.findings.map((finding) => ({ ...finding, where: `${member.name} ${finding.where}` })));
    notes.push(...report.notes.map((note) => `${member.name}: ${note}`));
  }
  const shared = sharedNames(all.filter(({ name }) => countries.some(({ subgraph }) => subgraph === name)));
  return { findings: [...findings, ...shared.map((finding) => ({ ...finding, where: `countries ${finding.where}` }))], notes };
}

/** The member list with the one whose text is given: a network that wants to join is checked like a member. */
function withCandidate(listed: FederationMember[], names: readonly string[], { sdl }: ForeignText): FederationMember[] {
  const [name, ...more] = names;
  if (name === undefined || more.length > 0) throw new UserError('--sdl and --url are the text of one subgraph: name it, and no other.');
  if (listed.some((member) => member.name === name)) return listed;
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new UserError(`"${name}" is no name of a subgraph: small letters, digits and underscores.`);
  return [...listed, { name, routingUrl: 'http://127.0.0.1/graphql', schemaFile: null, readSdl: () => sdl }];
}

/** The doors in all texts, or the finding about the text from elsewhere that cannot be read as one. */
function readDoors(all: readonly SubgraphText[], foreign: string | undefined): FederationCountry[] | Finding {
  try {
    return countriesIn(all);
  } catch (error) {
    if (foreign === undefined || !(error instanceof FederationError)) throw error;
    return { check: error.code === 'SDL_INVALID' ? 'syntax' : 'door-rules', where: foreign, message: error.message };
  }
}

const toText = ({ name, routingUrl }: FederationMember, sdl: string): SubgraphText => ({ name, routingUrl, sdl });

function textAgainstCode({ schemaFile }: FederationMember, text: string | undefined): Finding[] {
  return text && schemaFile ? compareTexts(relative(process.cwd(), schemaFile), committed(schemaFile), text) : [];
}

const committed = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);
const readCommitted = ({ schemaFile, readSdl }: FederationMember): string | null => (schemaFile ? committed(schemaFile) : readSdl());
