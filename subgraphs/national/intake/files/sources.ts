import { SourceRow } from '../../publications/source/row.ts';
import { readVersions } from '../read-names.ts';
import type { PublicationFile } from './publication-file.ts';

/** Where things were said. */
export const sourcesFile: PublicationFile = {
  name: 'sources.csv',
  columns: [
    'id',
    'key',
    'title',
    'label_en',
    'publisher',
    'url',
    'language',
    'published',
    'published_inferred',
    'known_from',
    'known_from_basis',
  ],
  read: (row, { owner }) => [
    {
      entity: SourceRow,
      values: {
        id: row.ownId('id', owner, 'source'),
        key: row.required('key'),
        title: row.text('title'),
        label: JSON.stringify(readVersions(row, 'label')),
        publisher: row.text('publisher'),
        url: row.webAddress('url'),
        language: row.text('language'),
        published: row.edtf('published'),
        publishedInferred: row.edtf('published_inferred'),
        knownFrom: row.date('known_from'),
        knownFromBasis: row.text('known_from_basis'),
      },
    },
  ],
};
