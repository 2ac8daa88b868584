import { countryNames } from '../../../contract/code-lists/country-names.ts';
import type { TextVersions } from '../../../contract/values/localized-text.ts';
import { type Area, areaOf } from '../area.ts';
import { daysBetween } from '../period-length.ts';
import type { RegionsByCountry } from '../region-facts.ts';
import type { StatementFacts } from '../statement-facts.ts';
import { certaintyOfDays } from './certainty-of.ts';
import type { ContradictionRule } from './contradiction-rule.ts';
import { differencesOf } from './differences.ts';
import { inFourLanguages } from './speech.ts';
import { statementSide } from './statement-side.ts';

const MONTHS_APART = 24;

/** A region counts no less than the country that it lies in. */
export const partAboveWhole: ContradictionRule = {
  rule: 'PART_ABOVE_WHOLE',
  kind: 'PART_GT_WHOLE',
  find: ({ statements, regions }) =>
    partsAboveWholes(statements).map(([part, whole]) => {
      const [partNames, wholeNames] = [placeNames(part, regions), placeNames(whole, regions)];
      return {
        a: statementSide(part),
        b: statementSide(whole),
        certainty: certaintyOfDays(part.period, whole.period),
        explainedBy: differencesOf(part, whole),
        explanation: inFourLanguages({
          ru: (say) =>
            `${say.indicator(part.indicator)}: ${say.defined(say.place(partNames), part.definition)} — ${say.number(part)}, ${say.defined(say.place(wholeNames), whole.definition)} — ${say.number(whole)}. ` +
            'Часть не меньше целого: вероятно, посчитано разное.',
          kk: (say) =>
            `${say.indicator(part.indicator)}: ${say.defined(say.place(partNames), part.definition)} — ${say.number(part)}, ${say.defined(say.place(wholeNames), whole.definition)} — ${say.number(whole)}. ` +
            'Бөлік бүтіннен кем емес: сірә, әртүрлі нәрсе саналған.',
          uz: (say) =>
            `${say.indicator(part.indicator)}: ${say.defined(say.place(partNames), part.definition)} — ${say.number(part)}, ${say.defined(say.place(wholeNames), whole.definition)} — ${say.number(whole)}. ` +
            'Qism butundan kam emas: ehtimol, har xil narsa sanalgan.',
          en: (say) =>
            `${say.indicator(part.indicator)}: ${say.defined(say.place(partNames), part.definition)}, ${say.number(part)}; ${say.defined(say.place(wholeNames), whole.definition)}, ${say.number(whole)}. ` +
            'The part is not below the whole: the two probably count different things.',
        }),
      };
    }),
};

/** The area that a statement covers: that of its subject, else its region, else the whole country. */
function coveredArea(statement: StatementFacts): Area | null {
  const { country, regionKey } = statement;
  return areaOf(statement) ?? (country === null ? null : { country, region: regionKey });
}

/** Parts and wholes are sorted out first: a comparison of all with all grows too fast. */
function partsAboveWholes(statements: readonly StatementFacts[]): (readonly [StatementFacts, StatementFacts])[] {
  const told = statements.filter(({ indicator }) => indicator !== null);
  const covered = told.map((statement) => ({ statement, area: coveredArea(statement) }));
  const series = Map.groupBy(covered, ({ statement, area }) => JSON.stringify([statement.indicator, area?.country ?? null]));
  return [...series.values()].flatMap((members) => {
    const parts = members.filter(({ area, statement }) => area?.region != null && statement.lower !== null);
    const wholes = members.filter(({ area, statement }) => area?.region === null && statement.upper !== null);
    return parts.flatMap(({ statement: part }) =>
      wholes
        .filter(({ statement }) => reaches(part, statement) && isNearInTime(part, statement))
        .map(({ statement }) => [part, statement] as const),
    );
  });
}

/** An unknown start may be near. */
function isNearInTime({ period: a }: StatementFacts, { period: b }: StatementFacts): boolean {
  const [startA, startB] = [a?.start ?? null, b?.start ?? null];
  if (startA === null || startB === null) return true;
  const [earlier, later] = startA <= startB ? [startA, startB] : [startB, startA];
  return daysBetween(monthsLater(earlier, MONTHS_APART), later) <= 0;
}

function monthsLater(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** Without a limit above there is always room for the part. */
function reaches({ lower }: StatementFacts, { upper }: StatementFacts): boolean {
  return lower !== null && upper !== null && lower >= upper;
}

function placeNames(statement: StatementFacts, regions: RegionsByCountry): TextVersions {
  const area = coveredArea(statement);
  if (area === null) return {};
  if (area.region === null) return countryNames(area.country);
  const known = regions.get(area.country)?.find(({ iso }) => iso === area.region);
  return known?.names ?? { original: area.region };
}
