import { defineEntity, p } from '@mikro-orm/core';

/** Something agreed in a joint program, as the hub words it; what became of it only the parties say. */
export const JointCommitmentRow = defineEntity({
  name: 'JointCommitment',
  tableName: 'joint_commitment',
  properties: { jointProgramId: p.text().primary(), key: p.text().primary(), seq: p.integer(), basis: p.text(), texts: p.text() },
});
