/** Data of an answer whose JSON is there already: it is sent as it stands, and made only for whoever asks for its parts. */
export class WrittenData {
  constructor(readonly json: string) {}

  toJSON(): unknown {
    return JSON.parse(this.json) as unknown;
  }
}
