import { Lexer, TokenKind, type GraphQLError } from 'graphql';

/**
 * Whether the parser stopped because a document has too many tokens: its error says so in words only, but it stands at the first token too many.
 * Shape   an error of the parser, tokens that a document may have -> boolean
 * Errors  none: what is no GraphQL before that place is an error of syntax
 */
export function isTooLong({ source, positions }: GraphQLError, maxTokens: number): boolean {
  const stoppedAt = positions?.[0];
  if (source === undefined || stoppedAt === undefined) return false;
  const lexer = new Lexer(source);
  try {
    for (let read = 1; read <= maxTokens; read += 1) {
      const { kind, start } = lexer.advance();
      if (start >= stoppedAt || kind === TokenKind.EOF) return false;
    }
    return lexer.advance().start === stoppedAt;
  } catch {
    return false;
  }
}
