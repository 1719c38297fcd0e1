/** Whether the server was reached the last time somebody tried. */
export class Connection {
  readonly #listeners = new Set<() => void>();
  #isLost = false;

  get isLost(): boolean {
    return this.#isLost;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  note(isLost: boolean): void {
    if (this.#isLost === isLost) {
      return;
    }
    this.#isLost = isLost;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}
