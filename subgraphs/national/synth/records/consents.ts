import { beginStream } from '../begin-stream.ts';
import { madePerson } from '../made-person.ts';
import { personKey, synthKey } from '../synth-key.ts';
import type { RecordMaker, SynthRow } from '../synth-world.ts';

/** Made-up consents: a representative's for whoever is under age, until the person comes of age; then the person's own. */
export const consents: RecordMaker = {
  kind: 'consents',
  unitsOf: (world) => world.persons,
  make(world, unit) {
    const random = beginStream(world, 'consent', unit);
    const { joinedOn, withdrewOn, comesOfAgeOn, isMinorWhenJoining } = madePerson(world, unit);
    const rows: SynthRow[] = [];
    const give = (givenBy: 'SELF' | 'REPRESENTATIVE', givenAt: number, expiresAt: number | null): void => {
      const isWithdrawn = withdrewOn !== null && withdrewOn >= givenAt && (expiresAt === null || withdrewOn <= expiresAt);
      rows.push({
        sourceKey: synthKey('C', unit, rows.length),
        personKey: personKey(unit),
        purpose: 'STATISTICS',
        legalBasis: 'CONSENT',
        givenBy,
        givenAt,
        expiresAt,
        withdrawnAt: isWithdrawn ? withdrewOn : null,
      });
    };
    if (isMinorWhenJoining) give('REPRESENTATIVE', joinedOn, comesOfAgeOn === null ? null : comesOfAgeOn - 1);
    const ownFrom = isMinorWhenJoining ? (comesOfAgeOn ?? joinedOn) : joinedOn;
    // Some registries never asked everybody: those rows have no basis for statistics.
    if (ownFrom <= world.to && (isMinorWhenJoining || random.chance(0.97))) give('SELF', ownFrom, null);
    return rows;
  },
};
