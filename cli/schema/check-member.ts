import { CONTRACT_VERSION } from '../../subgraphs/contract/contract-version.ts';
import { borderNullability } from '../../subgraphs/federation/checks/border-nullability.ts';
import { breakingChanges } from '../../subgraphs/federation/checks/breaking-changes.ts';
import { contractFields } from '../../subgraphs/federation/checks/contract-fields.ts';
import { contractVersion } from '../../subgraphs/federation/checks/contract-version.ts';
import { descriptions } from '../../subgraphs/federation/checks/descriptions.ts';
import { doorRules } from '../../subgraphs/federation/checks/door-rules.ts';
import { failingQuestions, type NamedQuestion } from '../../subgraphs/federation/checks/failing-questions.ts';
import type { Finding } from '../../subgraphs/federation/checks/finding.ts';
import { personalNames } from '../../subgraphs/federation/checks/personal-names.ts';
import { isWholeSchema } from '../../subgraphs/federation/checks/schema-of-text.ts';
import type { SubgraphText } from '../../subgraphs/federation/compose.ts';
import type { FederationCountry } from '../../subgraphs/federation/read-countries.ts';
import { readDecidedBreaks } from '../../subgraphs/federation/read-decided-breaks.ts';
import { readDoor } from '../../subgraphs/federation/read-door.ts';
import type { ContractReport } from './check-contract.ts';
import { findAffectedIn } from './find-affected.ts';
import type { ForeignText } from './foreign-text.ts';
import { hubQuestions } from './hub-questions.ts';
import type { SchemaFolder } from './schema-folder.ts';

interface MemberToCheck {
  /** The member with the text that is to be published. */
  readonly member: SubgraphText;
  /** The text that others rely on: the released one, else the committed one. Null: the network is not a member yet. */
  readonly relied: string | null;
  readonly others: readonly SubgraphText[];
  readonly countries: readonly FederationCountry[];
  readonly operations: readonly NamedQuestion[];
  readonly folders: SchemaFolder;
  readonly foreign?: ForeignText | undefined;
}

const hub = 'hub';

/**
 * What one member's text breaks, and for whom.
 * Shape   member, the others, stored queries -> findings; `where` is the place in the member's text
 * Errors  those of the texts
 */
export async function checkMember(toCheck: MemberToCheck): Promise<ContractReport> {
  const { member, relied, others, countries, operations, folders, foreign } = toCheck;
  const { name, sdl } = member;
  const door = readDoor(sdl, name);
  const otherDoors = countries.filter(({ subgraph }) => subgraph !== name);
  // What a text that is not whole would break cannot be told: composition says what is missing in it.
  const isWhole = isWholeSchema(sdl);
  const questions = isWhole && door && others.some((other) => other.name === hub) ? hubQuestions(door.rootField) : [];
  const findAffected = findAffectedIn({
    name,
    texts: [...others, { ...member, sdl: relied ?? sdl }],
    otherDoors,
    operations,
    hubQuestions: questions,
  });
  const before = relied === null ? null : readDoor(relied, name);
  const breaks = relied === null || !isWhole ? [] : await breakingChanges(relied, sdl, readDecidedBreaks(folders.decisions), findAffected);
  const otherTexts = others.filter((other) => otherDoors.some(({ subgraph }) => subgraph === other.name)).map((other) => other.sdl);
  const lacking = door ? contractFields(sdl, otherTexts, findAffected).filter(({ where }) => !isTold(where, breaks)) : [];
  const version = foreign?.contractVersion === undefined ? null : contractVersion(foreign.contractVersion, CONTRACT_VERSION);
  return {
    findings: [
      ...(door || before || foreign ? doorRules(sdl, before) : []),
      ...descriptions(sdl),
      ...borderNullability(sdl),
      ...personalNames(sdl),
      ...breaks,
      ...lacking,
      ...(door ? unheard(failingQuestions(sdl, questions, 'hub-questions'), [...breaks, ...lacking]) : []),
      ...(version?.findings ?? []),
    ],
    notes: [...(relied === null ? ['it is no member yet, and is checked as one that joins.'] : []), ...(version?.notes ?? [])],
  };
}

const isTold = (where: string, told: readonly Finding[]): boolean =>
  told.some((finding) => finding.where === where.replace(/\((\w+):\)$/, '.$1'));

/** Failing questions that no finding names among whom it affects: nothing is told twice. */
function unheard(failing: readonly Finding[], told: readonly Finding[]): Finding[] {
  const heard = new Set(told.flatMap(({ affects = [] }) => affects.flatMap(({ kind, name }) => (kind === 'hub' ? `hub: ${name}` : []))));
  return failing.filter(({ where }) => !heard.has(where));
}
