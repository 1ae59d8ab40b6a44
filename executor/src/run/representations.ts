/** The distinct representations of one `_entities` field, as JSON text. */
export class Representations {
  /** The items of a JSON list. */
  text = '';
  readonly #positions = new Map<string, number>();

  get count(): number {
    return this.#positions.size;
  }

  /** In the order of their positions. */
  get all(): Iterable<string> {
    return this.#positions.keys();
  }

  /** Its position in the list, where it stands once. */
  add(representation: string): number {
    const position = this.#positions.get(representation);
    if (position !== undefined) return position;
    const next = this.#positions.size;
    this.#positions.set(representation, next);
    this.text += next > 0 ? `,${representation}` : representation;
    return next;
  }
}
