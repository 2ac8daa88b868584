import { currentIsoCodes, type RegionsByCountry } from '../region-facts.ts';
import type { StatementFacts } from '../statement-facts.ts';
import type { Finding } from './contradiction.ts';
import type { ContradictionRule } from './contradiction-rule.ts';
import { inFourLanguages } from './speech.ts';
import { statementSide } from './statement-side.ts';

/** There are more regional branches than ISO 3166-2 lists areas of the country. */
export const branchesAboveRegions: ContradictionRule = {
  rule: 'BRANCHES_ABOVE_REGIONS',
  kind: 'SCOPE',
  find: ({ statements, regions }) => statements.flatMap((statement) => judge(statement, regions)),
};

function judge(statement: StatementFacts, regions: RegionsByCountry): Finding[] {
  const { indicator, country, lower } = statement;
  if (indicator !== 'BRANCH_COUNT' || country === null || lower === null) return [];
  const codes = currentIsoCodes(regions, country);
  // A country whose list did not come has no known number of codes, which is not none.
  if (codes === null || codes.size === 0 || lower <= codes.size) return [];
  return [
    {
      a: statementSide(statement),
      b: [{ kind: 'CODE_LIST', id: `ISO_3166_2:${country}` }],
      certainty: 'STATED',
      explainedBy: [],
      explanation: inFourLanguages({
        ru: (say) =>
          `${say.indicator(indicator)}: ${say.number(statement)}. Кодов этой страны в ISO 3166-2: ${say.count(codes.size)}. ` +
          'Показаны оба числа, ни одно не предпочтено.',
        kk: (say) =>
          `${say.indicator(indicator)}: ${say.number(statement)}. Бұл елдің ISO 3166-2 бойынша кодтары: ${say.count(codes.size)}. ` +
          'Екі сан да көрсетіледі, ешқайсысына артықшылық берілмейді.',
        uz: (say) =>
          `${say.indicator(indicator)}: ${say.number(statement)}. Bu mamlakatning ISO 3166-2 boʻyicha kodlari: ${say.count(codes.size)}. ` +
          'Ikkala son ham koʻrsatiladi, hech biri afzal koʻrilmaydi.',
        en: (say) =>
          `${say.indicator(indicator)}: ${say.number(statement)}. Codes of this country in ISO 3166-2: ${say.count(codes.size)}. ` +
          'Both numbers are shown, and neither is preferred.',
      }),
    },
  ];
}
