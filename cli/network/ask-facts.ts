import confirm from '@inquirer/confirm';
import input from '@inquirer/input';
import type { FederationMember } from '../../subgraphs/federation/rover-config.ts';
import { completeFacts } from './default-facts.ts';
import { assertLanguages, assertName, assertPort, assertSubgraph, type NetworkFolders } from './judge-facts.ts';
import type { GivenFacts } from './network-facts.ts';
import { NetworkRefusal } from './network-refusal.ts';

/** What a question runs with; the signal ends it. */
interface Asking {
  readonly signal: AbortSignal;
}

/**
 * Asks on the terminal what was not given: the name, the endonym, the languages, the port. Enter takes the default; an answer that cannot be
 * taken is asked again at once, with the reason.
 * Shape   given facts, members, folders -> given facts with the answers; null: the person left with Ctrl-C or Ctrl-D
 */
export function askFacts(given: GivenFacts, members: readonly FederationMember[], folders: NetworkFolders): Promise<GivenFacts | null> {
  return orNull((asking) => askWhatIsMissing(given, members, folders, asking));
}

async function askWhatIsMissing(
  given: GivenFacts,
  members: readonly FederationMember[],
  folders: NetworkFolders,
  asking: Asking,
): Promise<GivenFacts> {
  let told = given;
  const proposed = (answer: Partial<GivenFacts> = {}) => completeFacts({ ...told, ...answer }, members);
  const ask = (message: string, proposal: string, assertFits: (answer: string) => void): Promise<string> =>
    input({ message, default: proposal, validate: (answer) => reasonAgainst(() => assertFits(answer)) }, asking);

  if (told.name === undefined) {
    const name = await ask('Name of the country in English', proposed().names.en, (answer) => {
      assertName(answer);
      assertSubgraph(proposed({ name: answer }), members, folders);
    });
    told = { ...told, name };
  }
  if (told.endonym === undefined) {
    const { endonym, endonymLanguage } = proposed();
    told = { ...told, endonym: await ask(`Its own name for itself (${endonymLanguage})`, endonym, assertName) };
  }
  if (told.languages === undefined) {
    const languages = await ask('Languages the network works in', proposed().languages.join(','), (answer) =>
      assertLanguages(proposed({ languages: tagsIn(answer) }).languages),
    );
    told = { ...told, languages: tagsIn(languages) };
  }
  if (told.port === undefined) {
    const port = await input(
      {
        message: 'Port of its subgraph',
        default: String(proposed().port),
        validate: (answer) => (isPort(answer) ? reasonAgainst(() => assertPort(Number(answer), members)) : NO_PORT),
      },
      asking,
    );
    told = { ...told, port: Number(port) };
  }
  return told;
}

/** The last question before anything is written; null: the person left. */
export function confirmWriting(subgraph: string): Promise<boolean | null> {
  return orNull((asking) => confirm({ message: `Write subgraphs/${subgraph}/ and its row in the member list?`, default: true }, asking));
}

/** What was answered; null when the person left with Ctrl-C or ended the input. */
async function orNull<Answer>(ask: (asking: Asking) => Promise<Answer>): Promise<Answer | null> {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  // At the end of input (Ctrl-D) the question would stay open for ever, and nothing else keeps the process alive.
  process.once('beforeExit', end);
  try {
    return await ask(ended);
  } catch (error) {
    if (error instanceof Error && LEFT.has(error.name)) return null;
    throw error;
  } finally {
    process.off('beforeExit', end);
  }
}

const LEFT = new Set(['ExitPromptError', 'AbortPromptError']);
const NO_PORT = 'A port is a whole number from 1 to 65535.';

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) <= 65_535;
const tagsIn = (list: string): string[] => list.split(',').map((tag) => tag.trim());

/** Why an answer cannot be taken, in the form that a question shows; true: it can. */
function reasonAgainst(assertFits: () => void): true | string {
  try {
    assertFits();
    return true;
  } catch (error) {
    if (error instanceof NetworkRefusal) return error.sentence;
    throw error;
  }
}
