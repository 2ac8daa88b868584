import { defineEntity, p } from '@mikro-orm/core';

/** A country's whole answer to one question, as it came. `question` is a SHA-256, in hexadecimal digits. */
export const LastKnownCopyRow = defineEntity({
  name: 'LastKnownCopy',
  tableName: 'last_known_copy',
  properties: { country: p.text().primary(), question: p.text().primary(), asOf: p.text(), answer: p.text() },
});
