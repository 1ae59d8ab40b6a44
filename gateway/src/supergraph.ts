import { readFile } from 'node:fs/promises';
import { inSlices, parseSdl } from '@agora/executor';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type OperationTypeNode,
  type TypeDefinitionNode,
  isTypeDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';

const SUPERGRAPH = new URL('../../schema/supergraph.graphql', import.meta.url);

export type TypeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** What the supergraph says of subgraphs and by directives, read from its SDL; the planner reads the rest in its own thread. */
export class SupergraphSource {
  readonly sdl: string;
  /** Names and addresses of the subgraphs, as the supergraph gives them. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  readonly types: ReadonlyMap<string, TypeDefinitionNode>;
  readonly #document: DocumentNode;
  /** By the value of the enum that stands for them. */
  readonly #names: ReadonlyMap<string, string>;

  /** Rejects with a sentence where it is no supergraph; holds up nobody, however large it is. */
  static async read(sdl: string): Promise<SupergraphSource> {
    return new SupergraphSource(sdl, await inSlices(parseSdl(sdl)));
  }

  private constructor(sdl: string, document: DocumentNode) {
    this.sdl = sdl;
    this.#document = document;
    this.types = new Map(this.#document.definitions.filter(isTypeDefinitionNode).map((type) => [type.name.value, type]));
    const graphs = this.types.get('join__Graph');
    const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
    const named = values.map((value) => ({ graph: value.name.value, said: argumentsOf(value.directives, 'join__graph')[0] }));
    if (named.length === 0) throw new Error('It names no subgraphs: composition writes them as the values of join__Graph.');
    this.subgraphs = named.map(({ said }) => ({ name: String(said?.['name']), url: String(said?.['url'] ?? '') }));
    this.#names = new Map(named.map(({ graph, said }) => [graph, String(said?.['name'])]));
  }

  typeWithFields(name: string): TypeWithFields | undefined {
    const type = this.types.get(name);
    return type && hasFields(type) ? type : undefined;
  }

  rootType(operation: OperationTypeNode): TypeWithFields | undefined {
    const roots = this.#document.definitions.flatMap((definition) =>
      definition.kind === Kind.SCHEMA_DEFINITION ? definition.operationTypes : [],
    );
    const root = roots.find((candidate) => candidate.operation === operation);
    return root && this.typeWithFields(root.type.name.value);
  }

  /** The subgraphs that resolve a field: all that have its type, where it does not say which. */
  subgraphsOf(type: TypeWithFields, field: FieldDefinitionNode): readonly string[] {
    const joined = argumentsOf(field.directives, 'join__field');
    const said = joined.filter(({ graph }) => graph !== undefined);
    const holders =
      said.length > 0
        ? said.filter(({ external, usedOverridden }) => external !== true && usedOverridden !== true)
        : joined.length > 0
          ? []
          : argumentsOf(type.directives, 'join__type');
    return this.#namesOf(holders);
  }

  /** The subgraphs in which a type implements an interface. */
  implementing(type: TypeWithFields, interfaceName: string): readonly string[] {
    return this.#namesOf(argumentsOf(type.directives, 'join__implements').filter((joined) => joined['interface'] === interfaceName));
  }

  #namesOf(joined: readonly Arguments[]): readonly string[] {
    const graphs = new Set(joined.map(({ graph }) => graph));
    return [...this.#names].flatMap(([graph, name]) => (graphs.has(graph) ? [name] : []));
  }
}

export function hasFields(type: TypeDefinitionNode): type is TypeWithFields {
  return type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

type Arguments = Readonly<Record<string, unknown>>;

/** The arguments of each use of a directive. */
export function argumentsOf(directives: readonly ConstDirectiveNode[] = [], name: string): Arguments[] {
  return directives
    .filter((directive) => directive.name.value === name)
    .map(({ arguments: given = [] }) =>
      Object.fromEntries(given.map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)])),
    );
}

/** The supergraph that `npm run compose` made, or another one. */
export async function readSupergraph(sdl?: string): Promise<SupergraphSource> {
  return SupergraphSource.read(sdl ?? (await readFile(SUPERGRAPH, 'utf8')));
}
