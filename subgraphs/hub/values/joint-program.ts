import type { Language } from '../../contract/enums/language.ts';
import { Direction } from '../../contract/enums/direction.ts';
import { ProgramKind } from '../../contract/enums/program-kind.ts';
import { ProgramStatus } from '../../contract/enums/program-status.ts';
import { CalendarDate } from '../../contract/scalars/calendar-date.ts';
import { CountryCode } from '../../contract/scalars/country-code.ts';
import { Action } from '../../contract/values/action.ts';
import { LanguageArgument } from '../../contract/values/language-argument.ts';
import { localized, type LocalizedText } from '../../contract/values/localized-text.ts';
import { Node } from '../../contract/values/node.ts';
import { Period } from '../../contract/values/period.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { Reading } from '../../contract/values/reading.ts';
import { Source } from '../../contract/values/source.ts';
import { Coverage } from './coverage.ts';
import { HubType } from './hub-type.ts';
import { JointCommitment } from './joint-commitment.ts';

@HubType('JointProgram', 'A program of two or more countries. Its frame is the hub’s own; what the parties report is asked of them.', [
  Node,
])
export class JointProgram extends Node {
  @Answer(() => ProgramKind, 'Kind of program.') kind?: ProgramKind | null;

  @Answer(() => String, 'Title.')
  title(@LanguageArgument() language?: Language): string | null {
    return localized(this.titles, language);
  }

  @Answer(() => [CountryCode], 'Countries that are parties to it.') parties!: string[];
  @Answer(() => [Direction], 'Lines of work.') directions?: Direction[] | null;
  @Answer(() => ProgramStatus, 'How far it has come.') status?: ProgramStatus | null;
  @Answer(() => Period, 'When it runs. Null: not stated.') period?: Period | null;
  @Answer(() => [Reading], 'Ways to understand its words, where there are several. Empty: one way.') readings?: Reading[] | null;
  @Answer(() => CalendarDate, 'Day of signing. Null: not signed, or not stated.') signedAt?: string | null;
  @Answer(() => [JointCommitment], 'What was agreed, in the order of the text.') commitments?: JointCommitment[] | null;
  @Answer(() => [Action], 'Actions that the parties publish as belonging to it, by country and first day.') actions?: Action[] | null;
  @Answer(() => Source, 'Where it is told.') source?: Source | null;
  @Answer(() => Coverage, 'Which parties answered for commitments and actions.') coverage?: Coverage | null;

  /** Not in the schema. */
  titles!: LocalizedText;
}
