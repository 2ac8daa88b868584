import { Answer, PublishedType } from './published-type.ts';

@PublishedType('Parameter', 'A named value of a method or of sharing terms.')
export class Parameter {
  @Answer(() => String, 'Name.') name?: string | null;
  @Answer(() => String, 'Value as text.') value?: string | null;
}
