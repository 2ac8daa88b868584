import { defineEntity, p } from '@mikro-orm/core';

/** The frame of a joint program, as stored. Lists and texts are JSON text, so that both databases give the same rows. */
export const JointProgramRow = defineEntity({
  name: 'JointProgram',
  tableName: 'joint_program',
  properties: {
    id: p.text().primary(),
    kind: p.text(),
    titles: p.text(),
    parties: p.text(),
    directions: p.text(),
    status: p.text().nullable(),
    periodEdtf: p.text().nullable(),
    periodStart: p.text().nullable(),
    periodEnd: p.text().nullable(),
    periodBasis: p.text().nullable(),
    signedAt: p.text().nullable(),
    readings: p.text(),
    sourceId: p.text().nullable(),
  },
});

/** One party or line of work of a joint program, for filters. */
export const JointProgramCodeRow = defineEntity({
  name: 'JointProgramCode',
  tableName: 'joint_program_code',
  properties: { scheme: p.text().primary(), code: p.text().primary(), jointProgramId: p.text().primary() },
});
