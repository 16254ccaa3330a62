/** What the documents name by a key, by its id in the laboratory. */
export class Named {
  readonly #ids = new Map<string, string>();

  /** Looks a key up that an earlier document must have brought. */
  id(key: string): string {
    const id = this.#ids.get(key);
    if (id === undefined) throw new Error(`the practice documents name ${key} before it is there`);
    return id;
  }

  set(key: string, id: string): void {
    this.#ids.set(key, id);
  }
}
