import { PeriodBasis } from '../../../contract/enums/period-basis.ts';
import { Source } from '../../../contract/values/source.ts';
import type { Publication } from '../publication.ts';
import { known, localizedText } from '../stored-values.ts';

/** Sources, as published. */
export const sourcePublication: Publication<Source> = {
  table: 'source',
  columns: {
    key: ['key'],
    title: ['title'],
    label: ['label'],
    publisher: ['publisher'],
    url: ['url'],
    language: ['language'],
    published: ['published'],
    publishedInferred: ['published_inferred'],
    knownFrom: ['known_from'],
    knownFromBasis: ['known_from_basis'],
  },
  publish: (row) =>
    Object.assign(new Source(), {
      id: row.id,
      key: row['key'],
      title: row['title'],
      label: localizedText(row['label']),
      publisher: row['publisher'],
      url: row['url'],
      language: row['language'],
      published: row['published'],
      publishedInferred: row['published_inferred'],
      knownFrom: row['known_from'],
      knownFromBasis: known(PeriodBasis, row['known_from_basis']),
    }),
};
