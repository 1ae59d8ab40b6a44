import type { Send } from '@agora/executor';
import { batch } from '@agora/platform/reading/batch';
import { prefixOf } from '@agora/platform/ids';
import { TYPE_BY_PREFIX } from '@agora/schema/ids';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { SupergraphSource } from '../supergraph.ts';

/** An object that is there, and that whoever asked may see; the rest of it is its owner's to say. */
export interface Reference {
  readonly __typename: string;
  readonly id: string;
}

export type References = ReturnType<ReturnType<typeof createReferences>>;

const ARE_THERE = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';

/**
 * Finds objects by their ids for one request: each owner is asked once, in the name of whoever asks, for all of its own. The owner has
 * to confirm each object, because a plan would answer `id` from the reference itself, and other subgraphs answer fields of objects
 * that do not exist.
 */
export function createReferences(served: () => SupergraphSource, send: Send<GatewayContext>) {
  const known = new WeakMap<SupergraphSource, ReturnType<typeof ownersIn>>();
  const ownersNow = () => {
    const supergraph = served();
    const owners = known.get(supergraph) ?? ownersIn(supergraph);
    known.set(supergraph, owners);
    return owners;
  };
  return (context: GatewayContext) =>
    batch<Reference | Error>(async (ids) => {
      const possible = ids.flatMap((id) => referenceOf(id) ?? []);
      const owners = ownersNow();
      const byOwner = Map.groupBy(possible, ({ __typename }) => owners.get(__typename));
      const found = await Promise.all([...byOwner].map(async ([owner, asked]) => (owner ? confirmed(send, owner, asked, context) : [])));
      return new Map(found.flat());
    });
}

function ownersIn(supergraph: SupergraphSource) {
  return new Map(Object.values(TYPE_BY_PREFIX).map((type) => [type, ownerOf(supergraph, type)]));
}

/** The subgraph that says of the type that it is a `Node`; others only add to it. */
function ownerOf(supergraph: SupergraphSource, name: string): string | undefined {
  const type = supergraph.typeWithFields(name);
  return type && supergraph.implementing(type, 'Node').find((subgraph) => subgraph !== 'root');
}

function referenceOf(id: string): Reference | undefined {
  const type = TYPE_BY_PREFIX[prefixOf(id) ?? ''];
  return type === undefined ? undefined : { __typename: type, id };
}

/** What the owner confirms of these, or why it cannot say. */
async function confirmed(
  send: Send<GatewayContext>,
  service: string,
  representations: readonly Reference[],
  context: GatewayContext,
): Promise<[string, Reference | Error][]> {
  const variables = { representations };
  const body = JSON.stringify({ query: ARE_THERE, variables });
  const call = {
    service,
    type: OperationTypeNode.QUERY,
    query: ARE_THERE,
    operationName: undefined,
    body,
    variables,
    context,
    signal: undefined,
  };
  try {
    const { data, errors = [] } = await send(call);
    const entities = Array.isArray(data?.['_entities']) ? data['_entities'] : [];
    const problemOf = (index: number) => errors.find(({ path }) => path === undefined || path[1] === index || path.length < 2);
    return representations.flatMap((reference, index): [string, Reference | Error][] => {
      if (entities[index]) return [[reference.id, reference]];
      const problem = problemOf(index);
      return problem ? [[reference.id, new GraphQLError(problem.message, { extensions: problem.extensions })]] : [];
    });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return representations.map(({ id }) => [id, error]);
  }
}
