import { type DocumentNode, GraphQLError, parse, validate } from 'graphql';
import type { Finding } from './finding.ts';
import { schemaOfText } from './schema-of-text.ts';

/** A question as a document, and who needs its answer. */
export interface NamedQuestion {
  readonly name: string;
  readonly document: string;
}

/**
 * Questions that a text cannot answer any more.
 * Shape   text, questions, name of the check -> one finding for each question that fails, with the first reason
 * Errors  SDL_INVALID
 */
export function failingQuestions(sdl: string, questions: readonly NamedQuestion[], check: string): Finding[] {
  if (questions.length === 0) return [];
  const schema = schemaOfText(sdl);
  return questions.flatMap(({ name, document }) => {
    const parsed = parseQuestion(document);
    const [fault] = parsed instanceof GraphQLError ? [parsed] : validate(schema, parsed);
    return fault ? [{ check, where: name, message: `it would be refused: ${fault.message}` }] : [];
  });
}

function parseQuestion(document: string): DocumentNode | GraphQLError {
  try {
    return parse(document);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
