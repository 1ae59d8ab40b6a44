import type { GatewayContext } from '../context.ts';
import { getDirectiveValues, GraphQLError, type GraphQLResolveInfo, OperationTypeNode } from 'graphql';
import * as z from 'zod';
import { MUTATIONS } from './documents.ts';
import { type Services, Unreachable } from './services.ts';

const Payload = z.record(z.string(), z.unknown()).nullable();

/**
 * Forwards a mutation of the gateway to the service that it is about, with its idempotency key and its place in the answer, which
 * together are the key that the service remembers.
 */
export async function forwardMutation(
  services: Services,
  service: string,
  mutation: keyof typeof MUTATIONS,
  input: Readonly<Record<string, unknown>>,
  asker: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<Readonly<Record<string, unknown>> | null> {
  const { input: type, payload } = MUTATIONS[mutation];
  const place = String(info.path.key);
  const key = idempotencyKeyIn(info);
  const query = `mutation ($input: ${type}!${key === null ? '' : ', $key: String!'}) {
    ${place}: ${mutation}(input: $input)${key === null ? '' : ' @idempotent(key: $key)'} { ${payload} }
  }`;
  try {
    const answer = await services.ask(service, { type: OperationTypeNode.MUTATION, query, variables: { input, key } }, asker);
    return Payload.parse(answer[place] ?? null);
  } catch (error) {
    if (error instanceof Unreachable) throw unavailable(service);
    throw error;
  }
}

/** The error of a field that only this service can answer. */
export function unavailable(service: string): GraphQLError {
  return new GraphQLError(`The part of Agora that is called "${service}" does not answer at the moment.`, {
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: service },
  });
}

function idempotencyKeyIn({ schema, fieldNodes: [node], variableValues }: GraphQLResolveInfo): string | null {
  const directive = schema.getDirective('idempotent');
  const given: unknown = directive && node && getDirectiveValues(directive, node, variableValues)?.['key'];
  return typeof given === 'string' ? given : null;
}
