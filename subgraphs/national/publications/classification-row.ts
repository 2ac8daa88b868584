import { defineEntity, p } from '@mikro-orm/core';

/** One code of a publication in a scheme of which it may have several: its lines of work, levels, countries, languages, disasters. */
export const ClassificationRow = defineEntity({
  name: 'Classification',
  tableName: 'classification',
  properties: { scheme: p.text().primary(), code: p.text().primary(), publicationId: p.text().primary() },
});

/** The schemes by which lists are filtered. */
export type ClassificationScheme = 'DIRECTION' | 'LEVEL' | 'COUNTRY' | 'LANGUAGE' | 'DISASTER';
