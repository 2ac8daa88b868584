import { Direction } from '../../../contract/enums/direction.ts';
import { Practice } from '../../../contract/values/practice.ts';
import { selectedBelow } from '../../../serving/selection.ts';
import type { Publication } from '../publication.ts';
import { sourcePublication } from '../source/publication.ts';
import { known, list, localizedText } from '../stored-values.ts';

/** Practices, as published. */
export const practicePublication: Publication<Practice> = {
  table: 'practice',
  columns: {
    title: ['titles'],
    text: ['texts'],
    directions: ['directions'],
    organization: ['organization_id'],
    languages: ['languages'],
    since: ['since'],
    contactPage: ['contact_page'],
    source: ['source_id'],
  },
  publish: (row, selection, { network, load }) =>
    Object.assign(new Practice(), {
      id: row.id,
      country: network.country,
      titles: localizedText(row['titles']),
      texts: localizedText(row['texts']),
      directions: list(row['directions']).map((code) => known(Direction, code)),
      organization: load.reference(row['organization_id'], selectedBelow(selection, 'organization')),
      languages: list(row['languages']),
      since: row['since'],
      contactPage: row['contact_page'],
      source: load.publication(sourcePublication, row['source_id'], selectedBelow(selection, 'source')),
    }),
};
