import { ID, InputType } from 'type-graphql';
import { BasisInput } from '../enums/basis.ts';
import { LevelInput } from '../enums/level.ts';
import { QualifierInput } from '../enums/qualifier.ts';
import { SubjectKindInput } from '../enums/subject-kind.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { DefinitionCode } from '../scalars/definition-code.ts';
import { Edtf } from '../scalars/edtf.ts';
import { IndicatorCode } from '../scalars/indicator-code.ts';
import { Narrows } from './filter-field.ts';

@InputType('StatementFilter', { description: 'Which statements. Fields narrow together, values of one field are alternatives.' })
export class StatementFilter {
  @Narrows(() => [ID], 'Statements with these ids.') ids?: string[];
  @Narrows(() => [CountryCode], 'Statements of the networks of these countries.') countries?: string[];
  @Narrows(() => [ID], 'About these subjects.') subjects?: string[];
  @Narrows(() => [SubjectKindInput], 'About subjects of these kinds.') subjectKinds?: SubjectKindInput[];
  @Narrows(() => [IndicatorCode], 'Counting these.') indicators?: string[];
  @Narrows(() => [DefinitionCode], 'By these definitions.') definitions?: string[];
  @Narrows(() => [String], 'Told of these regions, by any code a region has or had.') regions?: string[];
  @Narrows(() => [LevelInput], 'Covering any of these levels.') levels?: LevelInput[];
  @Narrows(() => [QualifierInput], 'Worded with these qualifiers.') qualifiers?: QualifierInput[];
  @Narrows(() => Edtf, 'Told of a time that shares a day with this one; an unknown end counts as the first day. Undated ones are left out.')
  period?: string;
  @Narrows(() => [BasisInput], 'Resting on these.') bases?: BasisInput[];
  @Narrows(() => [String], 'From sources with these keys.') sourceKeys?: string[];
}
