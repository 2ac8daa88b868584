/**
 * Whether a client left before it was answered, and who is to know of it. Not an AbortSignal: to make one and to listen to it costs more than all else that
 * is known of a request, and nearly every client stays.
 */
export class Departure {
  #hasLeft = false;
  readonly #listeners = new Set<() => void>();

  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  /** Tells a listener when the client leaves; one that comes too late is not told. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  forget(listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** The client left; to be said once. */
  leave(): void {
    this.#hasLeft = true;
    for (const listener of this.#listeners) listener();
  }
}
