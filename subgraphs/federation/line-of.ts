import type { ASTNode } from 'graphql';

/** The line of a text where something stands, counted from 1. */
export const lineOf = ({ loc }: ASTNode): number => loc?.startToken.line ?? 1;
