import { Answer, PublishedType } from './published-type.ts';

@PublishedType('Reading', 'One of several ways to understand the wording of a source.')
export class Reading {
  @Answer(() => String, 'What is open, for example SCOPE, SUBJECT, END or QUALIFIER.') aspect?: string | null;
  @Answer(() => String, 'How this reading takes it.') value?: string | null;
}
