import confirm from '@inquirer/confirm';
import input from '@inquirer/input';
import type { FederationMember } from '../../subgraphs/federation/rover-config.ts';
import { completeFacts } from './default-facts.ts';
import type { GivenFacts } from './network-facts.ts';

/**
 * Asks on the terminal what was not given: the name, the endonym, the languages, the port. Enter takes the default.
 * Shape   given facts, members -> given facts with the answers; null: the person left with Ctrl-C
 */
export function askFacts(given: GivenFacts, members: readonly FederationMember[]): Promise<GivenFacts | null> {
  return orLeft(askWhatIsMissing(given, members), null);
}

async function askWhatIsMissing(given: GivenFacts, members: readonly FederationMember[]): Promise<GivenFacts> {
  let told = given;
  const proposed = () => completeFacts(told, members);
  if (told.name === undefined) {
    told = { ...told, name: await input({ message: 'Name of the country in English', default: proposed().names.en }) };
  }
  if (told.endonym === undefined) {
    const { endonym, endonymLanguage } = proposed();
    told = { ...told, endonym: await input({ message: `Its own name for itself (${endonymLanguage})`, default: endonym }) };
  }
  if (told.languages === undefined) {
    const answer = await input({ message: 'Languages the network works in', default: proposed().languages.join(',') });
    told = { ...told, languages: answer.split(',').map((tag) => tag.trim()) };
  }
  if (told.port === undefined) {
    told = { ...told, port: Number(await input({ message: 'Port of its subgraph', default: String(proposed().port), validate: isPort })) };
  }
  return told;
}

/** The last question before anything is written. */
export function confirmWriting(subgraph: string): Promise<boolean> {
  return orLeft(confirm({ message: `Write subgraphs/${subgraph}/ and its row in the member list?`, default: true }), false);
}

/** What was answered, or what leaving with Ctrl-C means. */
async function orLeft<Answer, Left>(asking: Promise<Answer>, left: Left): Promise<Answer | Left> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return left;
    throw error;
  }
}

function isPort(text: string): true | string {
  return (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) <= 65_535) || 'A port is a whole number from 1 to 65535.';
}
