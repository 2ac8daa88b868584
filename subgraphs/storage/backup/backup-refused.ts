/** Why a backup or a restore was not made; README.md says what to do about each. */
export type BackupRefusal =
  | 'BACKUP_EXISTS'
  | 'DATABASE_MISSING'
  | 'DATABASE_DAMAGED'
  | 'DATABASE_IN_USE'
  | 'BACKUP_UNREADABLE'
  | 'BACKUP_DAMAGED'
  | 'BACKUP_OF_ANOTHER'
  | 'BACKUP_TOO_NEW'
  | 'DISK_REFUSED';

/** A backup or restore that was not made; the database is as it was. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';

  constructor(
    readonly code: BackupRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
