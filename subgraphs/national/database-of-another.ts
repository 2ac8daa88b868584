/** A database that another network has filled: its statements would be told in this one's name. */
export class DatabaseOfAnother extends Error {
  override readonly name = 'DatabaseOfAnother';
  readonly code = 'DATABASE_OF_ANOTHER';

  /** Countries, as ISO 3166-1 alpha-2: whose data it holds, and whose it should. */
  constructor(
    readonly owner: string,
    readonly country: string,
  ) {
    super(`the database holds the data of ${owner}, not of ${country}`);
  }
}
