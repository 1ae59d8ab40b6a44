import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan, type QueryPlannerConfig } from '@apollo/query-planner';
import { GraphQLError, Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { refuseForbiddenNames } from '../operation/forbidden-names.ts';
import { ownDocument } from '../operation/own-document.ts';
import { privateAliases } from '../operation/private-aliases.ts';
import { asksForNoData, withoutIntrospection } from '../operation/without-introspection.ts';
import { overrideLabels } from '../supergraph/override-labels.ts';
import { plannerSupergraph, type PlannerSupergraph } from '../supergraph/planner-supergraph.ts';
import { eachFetch } from './each-fetch.ts';
import { exactLiterals } from './exact-literals.ts';
import { executablePlan } from './executable-plan.ts';
import { keysAfterRewrites } from './fetched-keys.ts';
import { leftOutField } from './left-out-field.ts';
import type { PlanNode } from './nodes.ts';
import type { PlannedOperation } from './planned.ts';
import { ownRepresentations } from './own-representations.ts';
import { planningFailed } from './planning-failed.ts';

/** Plans operations with @apollo/query-planner, round its faults. */
export class Planner {
  /** The API schema: what clients may ask for and are told of. */
  readonly schema: GraphQLSchema;
  /** Everything that subgraphs are asked for, hidden and private fields included. */
  readonly fullSchema: GraphQLSchema;
  /** The labels of `@override`, on which plans depend. */
  readonly overrideLabels: readonly string[];
  readonly #prepared: PlannerSupergraph;
  readonly #supergraph: Supergraph;
  readonly #planner: QueryPlanner;

  /** Throws what @apollo/federation-internals has against the supergraph. */
  constructor(supergraphSdl: string, config: QueryPlannerConfig = {}) {
    this.schema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
    this.#prepared = plannerSupergraph(supergraphSdl);
    this.overrideLabels = overrideLabels(this.#prepared.document);
    this.#supergraph = Supergraph.build(this.#prepared.document, { validateSupergraph: false });
    this.fullSchema = this.#supergraph.schema.toGraphQLJSSchema();
    // Paths with type conditions and deferred parts are not among the nodes that the executor runs.
    this.#planner = new QueryPlanner(this.#supergraph, {
      ...config,
      typeConditionedFetching: false,
      incrementalDelivery: { enableDefer: false },
    });
  }

  /**
   * `document` must be valid against `schema`, and `operation` be one of its operations; `overridden` are the labels that hold. Throws
   * `GraphQLError`.
   */
  plan(document: DocumentNode, operation: OperationDefinitionNode, overridden: readonly string[] = []): PlannedOperation {
    const own = ownDocument(document, operation);
    refuseForbiddenNames(own);
    const aliased = privateAliases(this.fullSchema, own, this.#prepared.names);
    const planned = operationIn(aliased.document);

    const names = ownRepresentations(planned);
    const exact = exactLiterals(names.ofDocument(aliased.document));
    const ofFetch = (operation: string) => exact.ofFetch(names.ofFetch(operation));
    const { plan, primary } = executablePlan(this.#queryPlan(exact.document, overridden), this.#prepared.inputs, { ...names, ofFetch });
    const missing = leftOutField(this.fullSchema, aliased.document, planned, plan);
    if (missing !== undefined) throw planningFailed(`No subgraph can resolve "${missing}" here.`);

    const { clientKeys } = aliased;
    return { document: aliased.document, operation: planned, plan, primary, clientKeys, pathNames: this.#pathNames(plan, clientKeys) };
  }

  #queryPlan(document: DocumentNode, overridden: readonly string[]): QueryPlan {
    const asked = withoutIntrospection(document);
    if (asksForNoData(asked)) return { kind: 'QueryPlan' };
    const overrideConditions = new Map(this.overrideLabels.map((label) => [label, overridden.includes(label)]));
    try {
      return this.#planner.buildQueryPlan(operationFromDocument(this.#supergraph.apiSchema(), asked), { overrideConditions });
    } catch (error) {
      throw error instanceof GraphQLError ? error : planningFailed('This operation cannot be planned.', error);
    }
  }

  #pathNames(plan: PlanNode | null, clientKeys: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const names = new Map(clientKeys);
    for (const [name, { field }] of this.#prepared.inputs.fields) names.set(name, field);
    eachFetch(plan, (fetch) => {
      for (const [key, name] of keysAfterRewrites(fetch)) names.set(key, names.get(name) ?? name);
    });
    return names;
  }
}

function operationIn({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new GraphQLError('Must provide an operation.');
  return operation;
}
