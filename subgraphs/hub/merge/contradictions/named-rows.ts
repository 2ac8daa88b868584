import { foldText } from '../../../contract/text/fold-text.ts';
import type { Side } from './contradiction.ts';
import { type BareName, bareName, type NameVocabulary } from './bare-name.ts';
import type { Knowledge } from './knowledge.ts';
import { legalForms } from './legal-forms.ts';
import { placeVocabulary } from './place-vocabulary.ts';

/** A row with the names that it goes by. */
export interface NamedRow {
  readonly side: Side;
  /** Type and kind: what it is. */
  readonly kind: string;
  /** The name to show. */
  readonly name: string;
  readonly bareNames: readonly BareName[];
  /** Folded tags, each beginning with #. */
  readonly tags: readonly string[];
  /** Of an action, the program it belongs to. */
  readonly programId: string | null;
  readonly sameAs: readonly string[];
  readonly possiblySameAs: readonly string[];
}

/** A tag as it stands in a name; with foldText applied to the text, as it is compared. */
export const TAG = /#[\p{L}\p{N}_]+/gu;

type Told = Omit<NamedRow, 'bareNames' | 'tags' | 'name'> & {
  /** The name to show first; descriptions carry tags but are no names. */
  readonly texts: readonly string[];
  readonly isDescription: boolean;
};

/** Every row that has a name: organizations, programs, joint programs, actions. */
export function namedRows(knowledge: Knowledge): NamedRow[] {
  const vocabulary = vocabularyOf(knowledge);
  return toldRows(knowledge).map(({ texts, isDescription, ...row }) => ({
    ...row,
    name: texts[0] ?? row.side.id,
    bareNames: isDescription ? [] : texts.map((text) => bareName(text, vocabulary)).filter(({ text }) => text !== ''),
    tags: [...new Set(texts.flatMap((text) => foldText(text).match(TAG) ?? []))],
  }));
}

function toldRows({ organizations, programs, jointPrograms, actions }: Knowledge): Told[] {
  const unrelated = { programId: null, sameAs: [], possiblySameAs: [], isDescription: false };
  return [
    ...organizations.map(({ id, kind, name, aliases, sameAs, possiblySameAs }) =>
      told('ORGANIZATION', id, kind, [name, ...aliases], { ...unrelated, sameAs, possiblySameAs }),
    ),
    ...programs.map(({ id, kind, name, aliases }) => told('PROGRAM', id, kind, [name, ...aliases], unrelated)),
    ...jointPrograms.map(({ id, kind, names }) => told('JOINT_PROGRAM', id, kind, names, unrelated)),
    ...actions.map(({ id, kind, name, hasProperName, programId }) =>
      told('ACTION', id, kind, [name], { ...unrelated, programId, isDescription: hasProperName !== true }),
    ),
  ];
}

type Relations = Pick<Told, 'programId' | 'sameAs' | 'possiblySameAs' | 'isDescription'>;

function told(kind: Side['kind'], id: string, ownKind: string | null, names: readonly (string | null)[], relations: Relations): Told {
  return { side: { kind, id }, kind: `${kind} ${ownKind ?? 'OTHER'}`, texts: names.filter((name) => name !== null), ...relations };
}

function vocabularyOf({ organizations, programs, actions, regions }: Knowledge): NameVocabulary {
  const countries = new Set([...regions.keys(), ...[...organizations, ...programs, ...actions].map(({ country }) => country ?? '')]);
  countries.delete('');
  return {
    legalForms: legalForms(organizations.flatMap(({ legalForm }) => (legalForm === null ? [] : [legalForm]))),
    places: placeVocabulary(regions, countries),
  };
}
