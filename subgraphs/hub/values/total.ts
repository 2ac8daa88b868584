import { Arg, Field, Float } from 'type-graphql';
import { cite } from '../../contract/citation/cite.ts';
import type { CitedFigure } from '../../contract/citation/cited-figure.ts';
import { CitationStyle } from '../../contract/enums/citation-style.ts';
import { Language } from '../../contract/enums/language.ts';
import { Qualifier } from '../../contract/enums/qualifier.ts';
import { DefinitionCode } from '../../contract/scalars/definition-code.ts';
import { Edtf } from '../../contract/scalars/edtf.ts';
import { IndicatorCode } from '../../contract/scalars/indicator-code.ts';
import { UnitCode } from '../../contract/scalars/unit-code.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { Statement } from '../../contract/values/statement.ts';
import { RefusalReason } from '../enums/refusal-reason.ts';
import { TotalMethod } from '../enums/total-method.ts';
import { Coverage } from './coverage.ts';
import { Exclusion } from './exclusion.ts';
import { HubType } from './hub-type.ts';
import { Reason } from './reason.ts';

@HubType('Total', 'What the statements of one indicator add up to under one definition, with bounds and words, or why they do not.')
export class Total {
  @Answer(() => IndicatorCode, 'What is counted.') indicator!: string;
  @Answer(() => DefinitionCode, 'Which ones are counted.') definition!: string;
  @Answer(() => Edtf, 'The period that was asked for. Null: any time.') period!: string | null;
  @Answer(() => Float, 'The sum, or the greatest. Unit: that of `unit`. Null: refused.') value!: number | null;
  @Answer(() => Float, 'The least value the words of the parts allow. Unit: that of `unit`. Null: no lower bound.') lower!: number | null;
  @Answer(() => Boolean, 'Whether `lower` itself is excluded. Null: lower is null.') lowerOpen!: boolean | null;
  @Answer(() => Float, 'The greatest value the words of the parts allow. Unit: that of `unit`. Null: no upper bound.') upper!:
    | number
    | null;
  @Answer(() => Boolean, 'Whether `upper` itself is excluded. Null: upper is null.') upperOpen!: boolean | null;
  @Answer(() => Qualifier, 'How the total has to be worded: never more exact than its parts. Null: refused.') qualifier!: Qualifier | null;
  @Answer(() => UnitCode, 'Unit of value and bounds.') unit!: string | null;
  @Answer(() => TotalMethod, 'How it was made of its parts.') method!: TotalMethod;
  @Answer(() => RefusalReason, 'Why there is no total. Null: there is one.') refusal!: RefusalReason | null;
  @Answer(() => [Statement], 'The statements that were added, or could not be, by id.') used?: Statement[] | null;
  @Answer(() => [Exclusion], 'The statements left out, by id, each with its reason.') excluded?: Exclusion[] | null;
  @Answer(() => [Reason], 'What to bear in mind with the statements used. Empty: nothing.') warnings!: Reason[];

  @Answer(() => String, 'The total with its words, as a sentence ready for a page; FULL also names the countries that did not answer.')
  citation(
    @Arg('language', () => Language, { description: 'Language of the sentence.' }) language: Language,
    @Arg('style', () => CitationStyle, { nullable: true, defaultValue: CitationStyle.SHORT, description: 'One sentence, or all.' })
    style: CitationStyle | null,
  ): string | null {
    return cite(this.figure, { language, style: style ?? CitationStyle.SHORT });
  }

  @Field(() => Coverage, { description: 'Which countries the total rests on. One that did not answer can only add to it.' })
  coverage!: Coverage;

  /** Not in the schema. */
  figure!: CitedFigure;
}
