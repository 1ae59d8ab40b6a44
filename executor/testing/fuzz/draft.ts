/** A subgraph that is being written: types and fields may be added in any order. */
export class Draft {
  readonly name: string;
  readonly #types = new Map<string, DraftType>();

  constructor(name: string) {
    this.name = name;
  }

  has(type: string): boolean {
    return this.#types.has(type);
  }

  type(name: string, head = 'type'): DraftType {
    const known = this.#types.get(name);
    if (known) return known;
    const type = new DraftType(name, head);
    this.#types.set(name, type);
    return type;
  }

  toString(): string {
    return [...this.#types.values()].join('\n');
  }
}

class DraftType {
  readonly directives = new Set<string>();
  readonly interfaces = new Set<string>();
  /** Of a union. */
  readonly members = new Set<string>();
  readonly #name: string;
  readonly #head: string;
  readonly #fields = new Map<string, { readonly definition: string; readonly directives: Set<string> }>();

  constructor(name: string, head: string) {
    this.#name = name;
    this.#head = head;
  }

  has(field: string): boolean {
    return this.#fields.has(field);
  }

  /** The definition of a field that is there already stays; directives are added. An enum's value has no definition. */
  field(name: string, definition: string, ...directives: readonly string[]): void {
    const field = this.#fields.get(name) ?? { definition, directives: new Set() };
    for (const directive of directives) if (directive) field.directives.add(directive);
    this.#fields.set(name, field);
  }

  toString(): string {
    const directives = [...this.directives].map((directive) => ` ${directive}`).join('');
    if (this.#head === 'union') return `union ${this.#name}${directives} = ${[...this.members].join(' | ')}`;
    const implemented = this.interfaces.size > 0 ? ` implements ${[...this.interfaces].join(' & ')}` : '';
    const fields = [...this.#fields].map(([name, { definition, directives }]) => [name + definition, ...directives].join(' '));
    return `${this.#head} ${this.#name}${implemented}${directives}${fields.length > 0 ? ` { ${fields.join(', ')} }` : ''}`;
  }
}
