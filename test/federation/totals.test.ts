import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { startFederation } from '../harness/start-federation.ts';

interface Excluded {
  readonly statement: { readonly id: string };
  readonly reason: string;
  readonly against: string | null;
}

const federation = await startFederation();
const expectations: Record<string, string>[] = parse(readFileSync('test/facts/contradictions.csv', 'utf8'), { columns: true });
const traps = expectations.filter(({ rule }) => rule?.startsWith('TOTAL:'));
const idOf = (slug: string) => slug.replace(/^(\w\w)-/, '$1:statement:');

test('the traps of the facts are read', () => expect(traps).toHaveLength(8));

test.each(traps.map((row) => [row['id']!, row] as const))('%s stays out of the total, for its reason', async (_, row) => {
  const [, indicator, definition, period, countries = ''] = row['reproduce']!.split(' ');
  const { data, errors } = await federation.ask(
    `query ($indicator: IndicatorCode!, $definition: DefinitionCode!, $period: Edtf, $countries: [CountryCode!]) {
      total(indicator: $indicator, definition: $definition, period: $period, countries: $countries) {
        used { id } excluded { statement { id } reason against } qualifier refusal coverage { complete } } }`,
    { indicator, definition, period: period === '-' ? null : period, countries: countries.split('|') },
  );
  expect(errors).toEqual([]);
  const left = new Map((data.total.excluded as Excluded[]).map(({ statement, reason }) => [statement.id, reason]));
  for (const slug of row['a']!.split('|')) expect([slug, left.get(idOf(slug))]).toEqual([slug, row['rule']!.slice('TOTAL:'.length)]);
  expect(data.total.used.map(({ id }: { id: string }) => id)).not.toContain(idOf(row['a']!.split('|')[0] ?? ''));
  expect(data.total.coverage).toEqual({ complete: true });
});

test('what may be counted twice leaves the sum open upwards, and says against which statement', async () => {
  const { data } = await federation.ask(
    '{ total(indicator: "VOL_ENGAGED", definition: "TOOK_PART", countries: ["KZ"]) { value lower upper qualifier refusal used { id } excluded { statement { id } reason against } } }',
  );
  const { used, excluded, ...figure } = data.total;
  expect(figure).toMatchObject({ upper: null, refusal: null });
  expect(figure.qualifier).toMatch(/^(AT_LEAST|MORE_THAN|ABOUT_OR_MORE)$/);
  const kept = new Set(used.map(({ id }: { id: string }) => id));
  const overlapping = (excluded as Excluded[]).filter(({ reason }) => reason === 'OVERLAPS');
  expect(overlapping.length).toBeGreaterThan(0);
  for (const { against } of overlapping)
    expect(against === null || kept.has(against) || overlapping.some(({ statement }) => statement.id === against)).toBe(true);
});

const OF_ALL = 'total(indicator: "BRANCH_COUNT", definition: "IN_OPERATION", countries: ["KZ", "RU"])';
const FIGURE =
  'value lower lowerOpen upper upperOpen qualifier refusal used { id country value source { key } } coverage { asked answered unavailable complete }';

test('a country that did not answer can only add: the total is no longer exact, and the sentence names it', async () => {
  const away = await startFederation({ stopped: ['kazakhstan'] });
  const [whole, part] = await Promise.all(
    [federation, away].map(async (asked) => {
      const { data, errors } = await asked.ask(
        `{ ${OF_ALL} { ${FIGURE} en: citation(language: EN, style: FULL) kk: citation(language: KK, style: FULL) } }`,
      );
      expect(errors).toEqual([]);
      return data.total;
    }),
  );
  const used = [{ id: 'ru:statement:medics-branches', country: 'RU', value: 89, source: { key: 'astana' } }];
  const exactly = { value: 89, lower: 89, lowerOpen: false, refusal: null, used };
  expect(whole).toMatchObject({ ...exactly, upper: 89, qualifier: 'EXACT', coverage: { complete: true } });
  expect(part).toMatchObject({
    ...exactly,
    upper: null,
    upperOpen: null,
    qualifier: 'AT_LEAST',
    coverage: { asked: ['KZ', 'RU'], answered: ['RU'], unavailable: ['KZ'], complete: false },
  });
  expect(whole.en).toBe(
    'Number of regional branches, Kazakhstan, Russia, undated: 89 items. Definition: in operation. Source: sum of 1 statement.',
  );
  expect(part.en).toMatch(/: at least 89 items\. .* No data: Kazakhstan\.$/);
  expect(part.kk).toMatch(/ Деректер жоқ: Қазақстан\.$/);
});

test('a refused total has no value and says in words why', async () => {
  const { data } = await federation.ask(
    '{ total(indicator: "VOL_HOURS", definition: "UNSPECIFIED") { value qualifier refusal used { id } en: citation(language: EN) uz: citation(language: UZ) } }',
  );
  expect(data.total).toMatchObject({ value: null, qualifier: null, refusal: 'NOTHING_TO_ADD', used: [] });
  expect(data.total.en).toMatch(/nothing to add\.$/);
  expect(data.total.uz).toMatch(/qoʻshadigan son yoʻq\.$/);
});

test('a statement is answered under each name that the client gives it', async () => {
  const { data, errors } = await federation.ask(
    `query ($language: Language!) { total(indicator: "BRANCH_COUNT", definition: "IN_OPERATION") {
      here: used { number: value } there: used { ...Told } excluded { who: statement { id } } } }
      fragment Told on Statement { key: id text: citation(language: $language) }`,
    { language: 'RU' },
  );
  expect(errors).toEqual([]);
  expect(data.total.here).toEqual([{ number: 89 }]);
  expect(data.total.there).toEqual([{ key: 'ru:statement:medics-branches', text: expect.stringMatching(/89 ед\./) }]);
});

const asOf = async (day: string) => {
  const { data } = await federation.ask(
    `{ total(indicator: "VOL_TOTAL", definition: "UNSPECIFIED", countries: ["KZ"], asOf: "${day}") { value refusal } }`,
  );
  return data.total;
};

test('as of a day before anything was known there is nothing to add', async () => {
  expect(await asOf('2019-01-01')).toEqual({ value: null, refusal: 'NOTHING_TO_ADD' });
  expect(await asOf('2024-12-31')).toEqual({ value: 240_000, refusal: null });
});

test.each([
  [
    'total(indicator: "VOLUNTEERS", definition: "UNSPECIFIED") { value }',
    'CODE_UNKNOWN',
    /^VOLUNTEERS is not a code of indicators; accepted: VOL_TOTAL/,
  ],
  ['total(indicator: "VOL_TOTAL", definition: "MANY") { value }', 'CODE_UNKNOWN', /^MANY is not a code of definitions/],
  [
    'total(indicator: "VOL_TOTAL", definition: "RECEIVED_HELP") { value }',
    'CODE_UNKNOWN',
    /^RECEIVED_HELP is not a code of definitions; accepted: UNSPECIFIED, TAKES_PART/,
  ],
  [
    'total(indicator: "VOL_TOTAL", definition: "UNSPECIFIED", period: "2023/2022") { value }',
    'PERIOD_INVALID',
    /^2023\/2022 is not a period/,
  ],
  [
    'total(indicator: "VOL_TOTAL", definition: "UNSPECIFIED", countries: ["KG"]) { value }',
    'COUNTRY_UNKNOWN',
    /^KG is not a member; accepted: KZ, RU, UZ\.$/,
  ],
  ['total(indicator: "VOL_TOTAL", definition: "UNSPECIFIED", asOf: "2024-02-30") { value }', 'DATE_INVALID', /^2024-02-30 is not a date/],
  ['comparability(a: "vol", b: "kz:statement:vol-total-2023") { verdict }', 'ID_INVALID', /^vol is not an id/],
  [
    'comparability(a: "kz:action:arys-relief", b: "kz:statement:vol-total-2023") { verdict }',
    'BAD_USER_INPUT',
    /^kz:action:arys-relief is not accepted here; accepted: ids of statements/,
  ],
  [
    'comparability(a: "kg:statement:x", b: "kz:statement:vol-total-2023") { verdict }',
    'COUNTRY_UNKNOWN',
    /^kg is not a member; accepted: KZ, RU, UZ/,
  ],
  ['aid(glide: "quake") { stages { stage } }', 'CODE_UNKNOWN', /^quake is not a code of GLIDE numbers/],
  ['aid(glide: "EQ-2023-000015-TUR", period: "soon") { stages { stage } }', 'PERIOD_INVALID', /^soon is not a period/],
  ['aid(glide: "EQ-2023-000015-TUR", countries: ["TR"]) { stages { stage } }', 'COUNTRY_UNKNOWN', /^TR is not a member/],
])('%s is refused with %s', async (question, code, message) => {
  const { data, errors, text } = await federation.ask(`{ ${question} }`);
  expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  expect(errors.map(({ extensions }) => extensions)).toEqual([{ code, country: null, retryable: false, requestId: expect.any(String) }]);
  expect(errors[0]?.message).toMatch(message);
  expect(text).not.toMatch(/stack|127\.0\.0\.1|\.ts\b|node_modules/);
});

test('flows outside the asked time, or of no known time, are named and not added', async () => {
  const { data, errors } = await federation.ask(
    '{ aid(glide: "EQ-2023-000015-SYR", period: "2022") { stages { stage value refusal used { id } excluded { flow { id } reason } } } }',
  );
  expect(errors).toEqual([]);
  expect(data.aid.stages).toEqual([
    {
      stage: 'COLLECTED',
      value: null,
      refusal: 'NOTHING_TO_ADD',
      used: [],
      excluded: [{ flow: { id: 'kz:aid-flow:aid-collected' }, reason: 'PERIOD_DIFFERS' }],
    },
    {
      stage: 'SENT',
      value: null,
      refusal: 'NOTHING_TO_ADD',
      used: [],
      excluded: [{ flow: { id: 'kz:aid-flow:aid-sent' }, reason: 'PERIOD_UNKNOWN' }],
    },
  ]);
});

test('both statements are answered as the client asked for them, superseded or not, and of two countries', async () => {
  const { data, errors } = await federation.ask(
    `{ comparability(a: "kz:statement:vol-total-2023", b: "uz:statement:vol-in-initiatives") {
      a { id value } other: b { id country } verdict reasons { code weight text(language: KK) } needs coverage { asked answered complete } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.comparability).toMatchObject({
    a: { id: 'kz:statement:vol-total-2023', value: 240_000 },
    other: { id: 'uz:statement:vol-in-initiatives', country: 'UZ' },
    coverage: { asked: ['KZ', 'RU', 'UZ'], answered: ['KZ', 'RU', 'UZ'], complete: true },
  });
  expect(data.comparability.reasons.map(({ code }: { code: string }) => code)).toContain('PERIOD_DIFFERS');
  for (const { text } of data.comparability.reasons) expect(text).toMatch(/^\p{Lu}[^?]*\.$/u);
});

const question = (a: string, b: string) =>
  `{ comparability(a: "${a}", b: "${b}") { a { id } b { id } verdict reasons { code } needs coverage { unavailable complete } } }`;

test('a statement that nobody has leaves no verdict, and one of a stopped country neither', async () => {
  const away = await startFederation({ stopped: ['kazakhstan'] });
  const nobody = await federation.ask(question('uz:statement:never-said', 'uz:statement:vol-in-initiatives'));
  expect(nobody.data.comparability).toEqual({
    a: null,
    b: { id: 'uz:statement:vol-in-initiatives' },
    verdict: null,
    reasons: null,
    needs: null,
    coverage: { unavailable: [], complete: true },
  });
  const stopped = await away.ask(question('kz:statement:vol-total-2023', 'uz:statement:vol-in-initiatives'));
  expect(stopped.errors).toEqual([]);
  expect(stopped.data.comparability).toEqual({
    a: null,
    b: { id: 'uz:statement:vol-in-initiatives' },
    verdict: null,
    reasons: null,
    needs: null,
    coverage: { unavailable: ['KZ'], complete: false },
  });
});
