import { daysBetween, daysOf, durationLength } from '../period-length.ts';
import type { ProgramFacts } from '../program-facts.ts';
import type { StatementFacts } from '../statement-facts.ts';
import type { Certainty, Finding } from './contradiction.ts';
import type { ContradictionRule } from './contradiction-rule.ts';
import { inFourLanguages } from './speech.ts';
import { statementSide } from './statement-side.ts';

/** A series is said to have met more often than its rhythm allows until the number was published. */
export const rhythmExceeded: ContradictionRule = {
  rule: 'RHYTHM_EXCEEDED',
  kind: 'VALUE',
  find: ({ statements, programs }) => {
    const byId = new Map(programs.map((program) => [program.id, program]));
    return statements
      .filter(({ indicator }) => indicator === 'SESSION_COUNT')
      .flatMap((statement) => judge(statement, byId.get(statement.subject?.id ?? '')));
  },
};

function judge(statement: StatementFacts, program: ProgramFacts | undefined): Finding[] {
  const rhythm = program?.rhythm == null ? null : durationLength(program.rhythm);
  const start = statement.period?.start ?? null;
  const knownFrom = statement.source?.knownFrom ?? null;
  const least = leastCount(statement);
  if (program === undefined || rhythm === null || start === null || knownFrom === null || least === null) return [];
  // The shortest that the rhythm can be: a month of 28 days leaves the most room.
  const most = Math.floor(daysBetween(start, knownFrom) / daysOf(rhythm)[0]) + 1;
  if (least <= most) return [];
  const name = program.name ?? program.id;
  return [
    {
      a: statementSide(statement),
      b: [{ kind: 'PROGRAM', id: program.id }],
      certainty: certaintyOf(statement),
      explainedBy: [],
      explanation: inFourLanguages({
        ru: (say) =>
          `${say.name(name)}: ${say.number(statement)}. Ритм: ${say.rhythm(rhythm)}; с ${start} по ${knownFrom} помещается не больше ${say.count(most)}.`,
        kk: (say) =>
          `${say.name(name)}: ${say.number(statement)}. Ырғағы: ${say.rhythm(rhythm)}; ${start} — ${knownFrom} аралығына ең көбі ${say.count(most)} сыяды.`,
        uz: (say) =>
          `${say.name(name)}: ${say.number(statement)}. Maromi: ${say.rhythm(rhythm)}; ${start} — ${knownFrom} oraligʻiga koʻpi bilan ${say.count(most)} ta sigʻadi.`,
        en: (say) =>
          `${say.name(name)}: ${say.number(statement)}. Rhythm: ${say.rhythm(rhythm)}; between ${start} and ${knownFrom} at most ${say.count(most)} fit.`,
      }),
    },
  ];
}

/** Sessions are whole: "more than 30" is 31 or more. */
function leastCount({ lower, lowerOpen }: StatementFacts): number | null {
  if (lower === null) return null;
  return lowerOpen === true ? Math.floor(lower) + 1 : Math.ceil(lower);
}

function certaintyOf({ period, source }: StatementFacts): Certainty {
  const isStated = [period?.basis, source?.knownFromBasis].every((basis) => basis === 'STATED' || basis === 'RELATIVE');
  return isStated ? 'STATED' : 'INFERRED';
}
