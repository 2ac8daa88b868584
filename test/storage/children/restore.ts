import { restoreDatabase } from '../../../subgraphs/storage/backup/restore-database.ts';

// Restores over and over, one backup after the other, until it is killed; says when it begins.
const [file = '', ...backups] = process.argv.slice(2);
process.send?.('begun');
for (let turn = 0; ; turn += 1) {
  await restoreDatabase({
    member: 'atlantis',
    backup: backups[turn % backups.length] ?? '',
    file,
    knownMigrations: ['0001-accounts'],
    now: () => new Date(),
  });
}
