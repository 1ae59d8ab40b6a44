import { compileMerge } from '../data/merge.ts';
import type { Gather } from '../data/places.ts';
import { applyRewrites } from '../data/rewrites.ts';
import { cloned, isObject } from '../data/tree.ts';
import type { FetchNode } from '../plan/nodes.ts';
import { selectsFloats } from '../plan/selects-floats.ts';
import type { SubgraphAnswer } from '../types.ts';
import { Call, headOf, variablesText } from './call.ts';
import type { Compilation } from './compilation.ts';
import { addSubgraphErrors, addUnavailable, atPlaces } from './failures.ts';
import { fetchOperationOf } from './fetch-operation.ts';
import { received } from './received.ts';
import type { Running, Step } from './request.ts';

/** A fetch of root fields: at the root, and wherever a field returns the root type. */
export function compileRootFetch<Context>(
  { schema, send, pathNames }: Compilation<Context>,
  node: FetchNode,
  path: readonly string[],
  gather: Gather,
): Step<Context> {
  const { serviceName: service, outputRewrites, variableUsages } = node;
  const operation = fetchOperationOf(node);
  const template = {
    service,
    type: node.operationKind,
    query: node.operation,
    operationName: node.operationName,
    selectsFloats: selectsFloats(schema, schema.getRootType(node.operationKind), operation.selectionSet, operation.fragments),
  };
  const head = headOf(template);
  const { merge } = compileMerge(schema, operation, outputRewrites);

  const ask = (running: Running<Context>): Promise<SubgraphAnswer> => {
    if (node.operationKind === 'subscription' && running.firstAnswer) return Promise.resolve(running.firstAnswer);
    const variables = `{${variablesText(variableUsages, running.variables).slice(1)}}`;
    return send(new Call(template, head, variables, running));
  };
  return async (running) => {
    const targets = gather([running.data]);
    if (targets.length === 0 || running.bytesLeft < 0) return;
    try {
      const answer = received(running, await ask(running));
      if (!answer) return;
      const { data, errors } = answer;
      if (errors) addSubgraphErrors(running, pathNames, service, errors, atPlaces(running.data, path));
      if (data === null || data === undefined) return;
      if (!isObject(data)) throw new TypeError('The answer has data that is no object.');
      applyRewrites(schema, outputRewrites, data);
      targets.forEach((target, index) => merge(target, index > 0 ? cloned(data) : data));
    } catch (error) {
      addUnavailable(running, service, error);
    }
  };
}
