/** A queue whose holders take turns, however much each has put into it. */
export class Turns<Item> {
  /** The holder whose turn is next comes first. */
  readonly #byHolder = new Map<string, Item[]>();

  get isEmpty(): boolean {
    return this.#byHolder.size === 0;
  }

  add(holder: string, item: Item): void {
    const items = this.#byHolder.get(holder);
    if (items) items.push(item);
    else this.#byHolder.set(holder, [item]);
  }

  next(): Item | undefined {
    const [holder, items] = this.#byHolder.entries().next().value ?? [];
    if (holder === undefined || !items) return undefined;
    const item = items.shift();
    this.#byHolder.delete(holder);
    if (items.length > 0) this.#byHolder.set(holder, items);
    return item;
  }
}
