import type { Labels } from '../../../contract/code-lists/labels.ts';
import { foldText } from '../../../contract/text/fold-text.ts';
import { areSameNames } from './bare-name.ts';
import type { Finding } from './contradiction.ts';
import { type ContradictionRule, pairsOf, pairsWithin } from './contradiction-rule.ts';
import { type NamedRow, namedRows, TAG } from './named-rows.ts';
import { inFourLanguages } from './speech.ts';

/** Two rows may be one, or one name stands for several things. */
export const sameNameOtherRow: ContradictionRule = {
  rule: 'SAME_NAME_OTHER_ROW',
  kind: 'NAME',
  find: (knowledge) => {
    const rows = namedRows(knowledge);
    const declared = declaredPairs(rows);
    const isDeclared = new Set(declared.map(pairKey));
    const named = sameNamePairs(rows).filter((pair) => !isDeclared.has(pairKey(pair)));
    return [
      ...declared.map(([a, b]) => finding([a], [b], 'INFERRED', declaredWords(a, b))),
      ...named.map(([a, b]) => finding([a], [b], 'STATED', sameNameWords([a, b]))),
      ...sharedTags(rows),
    ];
  },
};

type Pair = readonly [NamedRow, NamedRow];

function declaredPairs(rows: readonly NamedRow[]): Pair[] {
  const byId = new Map(rows.map((row) => [row.side.id, row]));
  const pairs = rows.flatMap((row) =>
    row.possiblySameAs.flatMap((id): Pair[] => {
      const other = byId.get(id);
      return other === undefined || other === row || areConfirmed(row, other) ? [] : [inOrder(row, other)];
    }),
  );
  return [...new Map(pairs.map((pair) => [pairKey(pair), pair])).values()];
}

/** Pairs are looked for among rows that share a bare name, since a comparison of all with all grows too fast. */
function sameNamePairs(rows: readonly NamedRow[]): Pair[] {
  const named = rows.flatMap((row) => row.bareNames.map((name) => ({ row, name })));
  const pairs = pairsWithin(
    named,
    ({ name }) => name.text,
    (a, b) => a.row !== b.row && areSameNames(a.name, b.name) && !areRelated(a.row, b.row) && !areConfirmed(a.row, b.row),
  ).map(([a, b]) => inOrder(a.row, b.row));
  return [...new Map(pairs.map((pair) => [pairKey(pair), pair])).values()];
}

/** One finding for each tag that stands on rows of different kinds; the row that is named by the tag alone is one side. */
function sharedTags(rows: readonly NamedRow[]): Finding[] {
  const tagged = rows.flatMap((row) => row.tags.map((tag) => ({ row, tag })));
  return [...Map.groupBy(tagged, ({ tag }) => tag)].flatMap(([tag, bearers]) => {
    const rowsOfTag = bearers.map(({ row }) => row);
    const pairs = pairsOf(rowsOfTag, (a, b) => a.kind !== b.kind && !areRelated(a, b));
    const involved = [...new Set(pairs.flat())].toSorted(compareRows);
    const eponym = involved.find(({ name }) => foldText(name) === tag) ?? involved[0];
    if (eponym === undefined) return [];
    const others = involved.filter((row) => row !== eponym);
    return [finding([eponym], others, 'STATED', tagWords(asWritten(tag, eponym), [eponym, ...others]))];
  });
}

/** The tag in the letters of the row that it is shown with. */
function asWritten(tag: string, { name }: NamedRow): string {
  return name.match(TAG)?.find((written) => foldText(written) === tag) ?? tag;
}

/** An action carries the name of its own program by right. */
function areRelated(a: NamedRow, b: NamedRow): boolean {
  return a.programId === b.side.id || b.programId === a.side.id;
}

/** The owner says that the two are one body: then nothing is contradicted. */
function areConfirmed(a: NamedRow, b: NamedRow): boolean {
  return a.sameAs.includes(b.side.id) || b.sameAs.includes(a.side.id);
}

function compareRows(a: NamedRow, b: NamedRow): number {
  return a.side.id < b.side.id ? -1 : 1;
}

function inOrder(a: NamedRow, b: NamedRow): Pair {
  return compareRows(a, b) < 0 ? [a, b] : [b, a];
}

function pairKey([a, b]: Pair): string {
  return `${a.side.id} ${b.side.id}`;
}

function finding(a: readonly NamedRow[], b: readonly NamedRow[], certainty: Finding['certainty'], explanation: Labels): Finding {
  return { a: a.map(({ side }) => side), b: b.map(({ side }) => side), certainty, explainedBy: [], explanation };
}

function declaredWords({ name: a }: NamedRow, { name: b }: NamedRow): Labels {
  return inFourLanguages({
    ru: (say) => `${say.name(a)} и ${say.name(b)}: возможно, это одно и то же. Владелец записи этого не подтвердил.`,
    kk: (say) => `${say.name(a)} және ${say.name(b)}: бұл бір ұйым болуы мүмкін. Жазба иесі мұны растаған жоқ.`,
    uz: (say) => `${say.name(a)} va ${say.name(b)}: bu bitta tashkilot boʻlishi mumkin. Yozuv egasi buni tasdiqlamagan.`,
    en: (say) => `${say.name(a)} and ${say.name(b)} may be one and the same. The owner of the record did not confirm it.`,
  });
}

function sameNameWords(rows: readonly NamedRow[]): Labels {
  const names = rows.map(({ name }) => name);
  return inFourLanguages({
    ru: (say) => `Одно имя у разных записей: ${say.names(names)}.`,
    kk: (say) => `Әртүрлі жазбалардың аты бір: ${say.names(names)}.`,
    uz: (say) => `Har xil yozuvlarning nomi bir xil: ${say.names(names)}.`,
    en: (say) => `Different records have one name: ${say.names(names)}.`,
  });
}

function tagWords(tag: string, rows: readonly NamedRow[]): Labels {
  const names = rows.map(({ name }) => name);
  return inFourLanguages({
    ru: (say) => `Метка ${tag} стоит на разных записях: ${say.names(names)}.`,
    kk: (say) => `${tag} белгісі әртүрлі жазбаларда тұр: ${say.names(names)}.`,
    uz: (say) => `${tag} belgisi har xil yozuvlarda turibdi: ${say.names(names)}.`,
    en: (say) => `The tag ${tag} stands on different records: ${say.names(names)}.`,
  });
}
