import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { borderNullability } from '../../subgraphs/federation/checks/border-nullability.ts';
import { breakingChanges } from '../../subgraphs/federation/checks/breaking-changes.ts';
import { descriptions } from '../../subgraphs/federation/checks/descriptions.ts';
import type { Finding } from '../../subgraphs/federation/checks/finding.ts';
import { personalNames } from '../../subgraphs/federation/checks/personal-names.ts';
import { sharedNames } from '../../subgraphs/federation/checks/shared-names.ts';
import { countriesIn } from '../../subgraphs/federation/read-countries.ts';
import { readDecidedBreaks } from '../../subgraphs/federation/read-decided-breaks.ts';
import { type FederationMember, readRoverConfig } from '../../subgraphs/federation/rover-config.ts';
import { UserError } from '../user-error.ts';
import { compareTexts } from './compare-texts.ts';
import { composedText } from './composed-text.ts';
import { emitSubgraphs } from './emit-subgraphs.ts';
import { schemaFolder } from './schema-folder.ts';

/**
 * All that can be said against the contract, or against the named members' part of it, before it is published. Nothing is written.
 * Shape   member list, names (none: all) -> findings; `where` begins with the member's name
 * Errors  UserError for a name that is no member; FederationError for a text that cannot be read at all
 */
export async function checkContract({ config, names }: { config: string; names: readonly string[] }): Promise<Finding[]> {
  const members = readRoverConfig(config);
  const unknown = names.find((name) => !members.some((member) => member.name === name));
  if (unknown) throw new UserError(`"${unknown}" is no member; the members are ${members.map(({ name }) => name).join(', ')}.`);
  const asked = members.filter(({ name }) => names.length === 0 || names.includes(name));
  const texts = await emitSubgraphs(
    members,
    asked.map(({ name }) => name),
  );
  const textOf = ({ name, readSdl }: FederationMember): string => texts.get(name) ?? readSdl();

  // First of all, since it reads every text: a text that is not GraphQL makes every other finding meaningless.
  const all = members.map((member) => ({ name: member.name, routingUrl: member.routingUrl, sdl: textOf(member) }));
  const countryNames = new Set(countriesIn(all).map(({ subgraph }) => subgraph));

  const findings = asked.flatMap(({ name, schemaFile }) => {
    const text = texts.get(name);
    return text && schemaFile ? compareTexts(relative(process.cwd(), schemaFile), committed(schemaFile), text) : [];
  });
  const composed = composedText(members, texts);
  if (composed.errors) {
    findings.push(
      ...composed.errors.map(({ code, message }) => ({ check: 'composition', where: code, message: message.replaceAll('\n', ' ') })),
    );
  } else if (names.length === 0) {
    const { supergraph } = schemaFolder(config);
    findings.push(...compareTexts(relative(process.cwd(), supergraph), committed(supergraph), composed.text));
  }
  const { released, decisions } = schemaFolder(config);
  const decided = readDecidedBreaks(decisions);
  for (const member of asked) {
    const text = textOf(member);
    const before = committed(join(released, `${member.name}.graphql`));
    findings.push(
      ...inMember(member.name, [
        ...descriptions(text),
        ...borderNullability(text),
        ...personalNames(text),
        ...(before === null ? [] : await breakingChanges(before, text, decided)),
      ]),
    );
  }
  const countries = all.filter(({ name }) => countryNames.has(name));
  return [...findings, ...inMember('countries', sharedNames(countries))];
}

const inMember = (member: string, findings: Finding[]): Finding[] =>
  findings.map((finding) => ({ ...finding, where: `${member} ${finding.where}` }));
const committed = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);
