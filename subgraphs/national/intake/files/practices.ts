import { PracticeRow } from '../../publications/practice/row.ts';
import { readName } from '../read-names.ts';
import { type PublicationFile, stored } from './publication-file.ts';

/** Ways of working that the network offers to others. */
export const practicesFile: PublicationFile = {
  name: 'practices.csv',
  columns: ['id', 'title', 'title_language', 'text', 'directions', 'organization', 'languages', 'since', 'contact_page', 'source'],
  read: (row, { owner }) => {
    const id = row.ownId('id', owner, 'practice');
    const directions = row.list('directions');
    const languages = row.list('languages');
    return [
      {
        entity: PracticeRow,
        values: {
          id,
          titles: JSON.stringify(readName(row, 'title', 'title_language')),
          texts: JSON.stringify(readName(row, 'text', 'title_language')),
          directions: stored(directions),
          organizationId: row.id('organization'),
          languages: stored(languages),
          since: row.date('since'),
          contactPage: row.webAddress('contact_page'),
          sourceId: row.id('source'),
        },
        classified: { DIRECTION: directions, LANGUAGE: languages },
      },
    ];
  },
};
