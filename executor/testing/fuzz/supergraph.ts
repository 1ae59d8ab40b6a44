import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { FEDERATION_LINK } from '../subgraphs.ts';
import { Draft } from './draft.ts';
import { elementAt, Random } from './random.ts';

/** The SDL of each subgraph by its name, and what they compose to. */
export interface RandomGraph {
  readonly typeDefs: Readonly<Record<string, string>>;
  readonly supergraphSdl: string;
}

/** A random graph that composes: drafts that composition refuses are thrown away. */
export function randomGraph(...seed: readonly (string | number)[]): RandomGraph {
  for (let attempt = 0; attempt < 200; attempt++) {
    const typeDefs = new Writer(new Random(...seed, attempt)).write();
    const supergraphSdl = composedSdl(typeDefs);
    if (supergraphSdl !== null) return { typeDefs, supergraphSdl };
  }
  throw new Error(`No draft of ${seed.join()} composes.`);
}

export function composedSdl(typeDefs: Readonly<Record<string, string>>): string | null {
  const services = Object.entries(typeDefs).map(([name, sdl]) => ({ name, typeDefs: parse(sdl), url: `http://${name}.test` }));
  return composeServices(services).supergraphSdl ?? null;
}

const SUBGRAPHS = ['alpha', 'beta', 'gamma', 'delta'];
const ENTITIES = ['Product', 'User', 'Review', 'Store'];
const VALUES = ['Size', 'Money'];
const LEAVES = ['Int', 'Int', 'Float', 'String', 'String', 'Boolean', 'ID', 'Color', 'Raw'];
const WRAPPINGS = ['*', '*', '*', '*!', '*!', '[*]', '[*!]', '[*!]!', '[*]!', '[[*]]', '[[*!]]', '[[*!]!]!', '[[*]!]'];
const FIELD_NAMES = ['name', 'size', 'price', 'weight', 'note', 'rank', 'color', 'owner', 'parts', 'best', 'near', 'all', 'grid', 'tags'];
const KEYS = ['id', 'id', 'sku', 'no', 'id no', 'ref { id }'];
const KEY_FIELDS: Readonly<Record<string, string>> = { id: ': ID!', sku: ': String!', no: ': Int!', ref: ': Ref!' };

/** A field of the whole graph, before it is known which subgraph says what about it. */
interface LogicalField {
  readonly name: string;
  readonly base: string;
  readonly type: string;
  readonly parameters: string;
  readonly owners: readonly Draft[];
  readonly inaccessible: boolean;
}

interface Entity {
  readonly name: string;
  readonly home: Draft;
  readonly holders: readonly Draft[];
  readonly keys: readonly string[];
  readonly fields: LogicalField[];
}

/** Writes the subgraphs of one graph. Whether they fit together is for composition to say. */
class Writer {
  readonly #random: Random;
  readonly #drafts: readonly Draft[];
  readonly #entities: readonly Entity[];
  readonly #values: ReadonlyMap<string, readonly LogicalField[]>;
  readonly #interfaces = new Map<string, { readonly implementers: readonly string[]; readonly titled: readonly Draft[] }>();
  readonly #unions = new Map<string, readonly string[]>();

  constructor(random: Random) {
    this.#random = random;
    this.#drafts = SUBGRAPHS.slice(0, random.between(2, SUBGRAPHS.length)).map((name) => new Draft(name));
    this.#entities = ENTITIES.slice(0, random.between(2, ENTITIES.length)).map((name) => this.#entity(name));
    const names = this.#entities.map(({ name }) => name);
    if (random.chance(0.6))
      this.#interfaces.set('Thing', { implementers: random.some(names, 2, 3), titled: random.some(this.#drafts, 0, 2) });
    if (random.chance(0.6)) this.#unions.set('Any', random.some([...names, ...VALUES, 'Hidden'], 2, 4));
    this.#values = new Map(VALUES.map((name) => [name, this.#valueFields(name)]));
  }

  write(): Record<string, string> {
    for (const entity of this.#entities) this.#fill(entity);
    for (const entity of this.#entities) if (this.#random.chance(0.7)) this.#require(entity);
    if (this.#random.chance(0.3)) this.#mediaAsInterfaceObject();
    for (const draft of this.#drafts) this.#rootFields('Query', draft, this.#random.between(1, 3));
    if (this.#random.chance(0.3)) for (const draft of this.#drafts) this.#rootFields('Mutation', draft, this.#random.between(0, 2));
    for (const draft of this.#drafts) if (this.#random.chance(0.6)) this.#provide(draft);
    return Object.fromEntries(this.#drafts.filter(String).map((draft) => [draft.name, `${FEDERATION_LINK}\n${draft}`]));
  }

  #entity(name: string): Entity {
    const holders = this.#random.some(this.#drafts, 1, 3);
    const keys = [...new Set(['id', this.#random.pick(KEYS)])];
    return { name, home: elementAt(holders, 0), holders, keys, fields: [] };
  }

  #valueFields(name: string): LogicalField[] {
    const names = this.#random.some(FIELD_NAMES, 2, 3);
    return names.map((field, index) => ({
      ...this.#field(field, index === 0 ? this.#random.pick(LEAVES) : this.#base(name)),
      parameters: '',
      inaccessible: index > 0 && this.#random.chance(0.1),
      owners: [],
    }));
  }

  #field(name: string, base: string): Omit<LogicalField, 'owners'> {
    const leaf = LEAVES.includes(base);
    return {
      name,
      base,
      type: `: ${this.#random.pick(WRAPPINGS).replace('*', base)}`,
      parameters: this.#random.chance(0.15)
        ? this.#random.pick(['(n: Int = 1)', '(n: Int!, tag: String)', '(color: Color)', '(filter: Filter)'])
        : '',
      inaccessible: leaf && this.#random.chance(0.08),
    };
  }

  #base(within?: string): string {
    const composite = [...ENTITIES.slice(0, this.#entities.length), ...VALUES.filter((name) => name !== within)];
    const abstract = [...this.#interfaces.keys(), ...this.#unions.keys()];
    if (this.#random.chance(0.45)) return this.#random.pick(LEAVES);
    return abstract.length > 0 && this.#random.chance(0.4) ? this.#random.pick(abstract) : this.#random.pick(composite);
  }

  /** The home knows every key; another holder one of them, or two. */
  #fill(entity: Entity): void {
    for (const holder of entity.holders) {
      const keys = holder === entity.home ? entity.keys : this.#random.some(entity.keys, 1, 2);
      for (const key of keys) this.#key(holder, entity.name, key);
    }
    const fields = this.#random.some(FIELD_NAMES, 2, 6).map((name) => this.#field(name, this.#base()));
    for (const field of fields) {
      const owners = this.#random.chance(0.8) ? [this.#random.pick(entity.holders)] : this.#random.some(entity.holders, 1, 2);
      entity.fields.push({ ...field, owners });
      for (const owner of owners) this.#declare(owner, entity.name, field, owners.length > 1 ? '@shareable' : '');
    }
  }

  #key(draft: Draft, typeName: string, key: string, resolvable = true): void {
    const type = draft.type(typeName);
    type.directives.add(`@key(fields: "${key}"${resolvable ? '' : ', resolvable: false'})`);
    for (const [name, definition] of Object.entries(KEY_FIELDS))
      if (key.split(' ').includes(name) && !key.startsWith('ref')) type.field(name, definition);
    if (!key.startsWith('ref')) return;
    type.field('ref', ': Ref!');
    draft.type('Ref').directives.add('@shareable');
    draft.type('Ref').field('id', ': ID!');
  }

  /** Writes a field, with all that its type and parameters need. A shared field may be nullable here and not there. */
  #declare(draft: Draft, typeName: string, field: Omit<LogicalField, 'owners'>, ...directives: readonly string[]): void {
    this.#need(draft, field.base);
    if (field.parameters.includes('Color')) this.#need(draft, 'Color');
    if (field.parameters.includes('Filter')) this.#need(draft, 'Filter');
    const nullable = directives.includes('@shareable') && this.#random.chance(0.15);
    const type = nullable ? field.type.replace(/!$/, '') : field.type;
    draft.type(typeName).field(field.name, field.parameters + type, ...directives, field.inaccessible ? '@inaccessible' : '');
  }

  #need(draft: Draft, name: string): void {
    if (draft.has(name)) return;
    const entity = this.#entities.find((one) => one.name === name);
    if (entity) return this.#key(draft, name, this.#random.pick(entity.keys), !this.#random.chance(0.15));
    if (name === 'Color') return this.#color(draft);
    if (name === 'Raw') return void draft.type('Raw', 'scalar');
    if (name === 'Filter') return draft.type('Filter', 'input').field('n', ': Int = 2, tag: String!, and: [Filter!]');
    if (name === 'Hidden') return this.#hidden(draft);
    if (this.#values.has(name)) return this.#value(draft, name);
    if (this.#interfaces.has(name)) return this.#interface(draft, name);
    if (this.#unions.has(name)) return this.#union(draft, name);
  }

  #color(draft: Draft): void {
    for (const value of ['RED', 'GREEN', 'SECRET']) draft.type('Color', 'enum').field(value, '', value === 'SECRET' ? '@inaccessible' : '');
  }

  #hidden(draft: Draft): void {
    const hidden = draft.type('Hidden');
    for (const directive of ['@shareable', '@inaccessible']) hidden.directives.add(directive);
    hidden.field('name', ': String');
  }

  #value(draft: Draft, name: string): void {
    draft.type(name).directives.add('@shareable');
    for (const field of this.#values.get(name) ?? []) this.#declare(draft, name, field, '@shareable');
  }

  #interface(draft: Draft, name: string): void {
    const { implementers, titled } = this.#interfaces.get(name) ?? { implementers: [], titled: [] };
    const here = this.#random.chance(0.8) ? implementers : this.#random.some(implementers, 1, 3);
    const fields = titled.includes(draft) ? { id: ': ID!', title: ': String' } : { id: ': ID!' };
    for (const [field, definition] of Object.entries(fields)) draft.type(name, 'interface').field(field, definition);
    for (const implementer of titled.length > 0 ? implementers : here) {
      this.#key(draft, implementer, 'id');
      draft.type(implementer).interfaces.add(name);
      if ('title' in fields) draft.type(implementer).field('title', ': String', '@shareable');
    }
  }

  #union(draft: Draft, name: string): void {
    const all = this.#unions.get(name) ?? [];
    const union = draft.type(name, 'union');
    for (const member of this.#random.chance(0.8) ? all : this.#random.some(all, 1, 3)) {
      union.members.add(member);
      this.#need(draft, member);
    }
  }

  /** A field that a subgraph can only compute from what others know. */
  #require(entity: Entity): void {
    const draft = this.#random.pick(entity.holders);
    const type = draft.type(entity.name);
    const foreign = entity.fields.filter(({ owners, name }) => !owners.includes(draft) && !type.has(name));
    const inputs = this.#random.some(foreign, 1, 2).flatMap((field) => {
      const selection = this.#selection(draft, field);
      return selection === null ? [] : [{ field, selection }];
    });
    for (const [index, name] of ['shipping', 'label'].entries()) {
      const used = inputs.slice(index);
      if (used.length === 0) continue;
      for (const { field } of used) this.#declare(draft, entity.name, { ...field, inaccessible: false }, '@external');
      const base = this.#random.chance(0.7) ? 'String' : this.#base();
      const fields = used.map(({ selection }) => selection).join(' ');
      const made: LogicalField = { ...this.#field(name, base), parameters: '', inaccessible: false, owners: [draft] };
      entity.fields.push(made);
      this.#declare(draft, entity.name, made, `@requires(fields: "${fields}")`);
    }
  }

  /** What a `@requires` says of a field: its arguments, and some of its own fields. */
  #selection(draft: Draft, { name, base, parameters }: LogicalField): string | null {
    const n = this.#random.between(1, 3);
    const given: Readonly<Record<string, string>> = {
      '(n: Int = 1)': `(n: ${n})`,
      '(n: Int!, tag: String)': `(n: ${n})`,
      '(color: Color)': '(color: RED)',
    };
    const head = name + (given[parameters] ?? '');
    if (LEAVES.includes(base)) return head;
    this.#need(draft, base);
    const within = this.#innerSelection(draft, base, 2);
    return within === null ? null : `${head} { ${within} }`;
  }

  #innerSelection(draft: Draft, base: string, depth: number): string | null {
    const entity = this.#entities.find(({ name }) => name === base);
    if (entity) {
      const key = Object.keys(KEY_FIELDS).find((field) => field !== 'ref' && draft.type(base).has(field));
      const more = entity.fields.find((field) => LEAVES.includes(field.base) && !field.parameters && !draft.type(base).has(field.name));
      if (!more || this.#random.chance(0.5)) return key ?? null;
      this.#declare(draft, base, { ...more, inaccessible: false }, '@external');
      return [key, more.name].join(' ').trim();
    }
    const members = this.#interfaces.get(base)?.implementers ?? this.#unions.get(base);
    if (members) {
      const parts = members
        .filter((member) => draft.has(member) && member !== 'Hidden')
        .map((member) => ({ member, within: this.#innerSelection(draft, member, depth - 1) }));
      const told = parts.filter(({ within }) => within !== null).map(({ member, within }) => `... on ${member} { ${within} }`);
      return told.length > 0 ? told.join(' ') : null;
    }
    const fields = (this.#values.get(base) ?? []).flatMap((field) => {
      if (LEAVES.includes(field.base)) return [field.name];
      const within = depth > 0 && this.#random.chance(0.5) ? this.#innerSelection(draft, field.base, depth - 1) : null;
      return within === null ? [] : [`${field.name} { ${within} }`];
    });
    return fields.length > 0 ? fields.join(' ') : null;
  }

  #provide(draft: Draft): void {
    const candidates = this.#entities.flatMap((entity) => entity.fields.map((field) => ({ entity, field })));
    const fit = candidates.filter(
      ({ entity, field }) =>
        draft.has(entity.name) &&
        !draft.type(entity.name).has(field.name) &&
        LEAVES.includes(field.base) &&
        !field.parameters &&
        !['shipping', 'label'].includes(field.name),
    );
    if (fit.length === 0) return;
    const { entity, field } = this.#random.pick(fit);
    for (const owner of field.owners) owner.type(entity.name).field(field.name, '', '@shareable');
    this.#declare(draft, entity.name, { ...field, inaccessible: false }, '@external');
    const wrapped = this.#random.pick(WRAPPINGS).replace('*', entity.name);
    draft.type('Query').field(`${draft.name}Provides`, `: ${wrapped}`, `@provides(fields: "${field.name}")`);
  }

  #rootFields(root: 'Query' | 'Mutation', draft: Draft, count: number): void {
    for (let index = 0; index < count; index++) {
      const made = this.#field(
        `${draft.name}${root === 'Query' ? '' : 'Do'}${index}`,
        index === 0 ? this.#random.pick(this.#entities).name : this.#base(),
      );
      const field = { ...made, inaccessible: false };
      const second = root === 'Query' && this.#random.chance(0.15) ? this.#random.pick(this.#drafts) : draft;
      this.#declare(draft, root, field, second === draft ? '' : '@shareable');
      if (second !== draft) this.#declare(second, root, field, '@shareable');
    }
    if (root === 'Query' && this.#random.chance(0.1)) draft.type('Query').field('self', ': Query', '@shareable');
  }

  /** An interface that another subgraph takes for an object, so that it need not know what implements it. */
  #mediaAsInterfaceObject(): void {
    const [home, guest] = this.#random.shuffled(this.#drafts);
    if (!home || !guest) return;
    const media = home.type('Media', 'interface');
    media.directives.add('@key(fields: "id")');
    for (const [field, type] of Object.entries({ id: ': ID!', title: ': String' })) media.field(field, type);
    for (const name of ['Book', 'Film']) {
      this.#key(home, name, 'id');
      home.type(name).interfaces.add('Media');
      home.type(name).field('title', ': String');
      home.type(name).field(name === 'Book' ? 'pages' : 'minutes', ': Int!');
    }
    const object = guest.type('Media');
    for (const directive of ['@interfaceObject', '@key(fields: "id")']) object.directives.add(directive);
    object.field('id', ': ID!');
    object.field('views', this.#random.pick([': Int', ': Int!', ': [Int!]']));
    object.field('like', this.#random.pick([': Media', ': [Media!]', ': [[Media]]']));
    if (this.#random.chance(0.5)) {
      object.field('title', ': String', '@external');
      object.field('blurb', ': String', '@requires(fields: "title")');
    }
    home.type('Query').field('media', `: ${this.#random.pick(WRAPPINGS).replace('*', 'Media')}`);
    guest.type('Query').field('topMedia', `: ${this.#random.pick(WRAPPINGS).replace('*', 'Media')}`);
    if (this.#random.chance(0.5)) home.type('Query').field('film', ': Film');
  }
}
