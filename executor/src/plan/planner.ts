import { defaultPrintOptions, operationFromDocument, printSchema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan, type QueryPlannerConfig } from '@apollo/query-planner';
import { GraphQLError, Kind, parse, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { refuseForbiddenNames } from '../operation/forbidden-names.ts';
import { operationOf } from '../operation/operation-of.ts';
import { ownDocument } from '../operation/own-document.ts';
import { privateAliases } from '../operation/private-aliases.ts';
import { asksForNoData, withoutIntrospection } from '../operation/without-introspection.ts';
import { atOnce } from '../slices.ts';
import { buildSchemaOf } from '../supergraph/build-schema.ts';
import { forgetSyntax } from '../supergraph/forget-syntax.ts';
import { overrideLabels } from '../supergraph/override-labels.ts';
import { plannerSupergraph, type PlannerSupergraph } from '../supergraph/planner-supergraph.ts';
import { eachFetch } from './each-fetch.ts';
import { exactLiterals } from './exact-literals.ts';
import { executablePlan } from './executable-plan.ts';
import { keysAfterRewrites } from './fetched-keys.ts';
import { leftOutField } from './left-out-field.ts';
import type { PlanNode } from './nodes.ts';
import type { PlannedOperation } from './planned.ts';
import { type OperationPlanner, type PlanningAccount, threadCpuMs } from './operation-planner.ts';
import { ownRepresentations } from './own-representations.ts';
import { planningFailed } from './planning-failed.ts';

/** What subgraphs are asked by is told to nobody, and no directive of it is read. */
const BARE = { ...defaultPrintOptions, noDescriptions: true, directiveApplicationFilter: () => false };

/** Plans operations with @apollo/query-planner, round its faults, in the thread that asks. */
export class Planner implements OperationPlanner {
  readonly fullSchema: GraphQLSchema;
  readonly overrideLabels: readonly string[];
  /** `schema` and `fullSchema` as SDL. */
  readonly sdl: { readonly api: string; readonly full: string };
  readonly #prepared: Pick<PlannerSupergraph, 'inputs' | 'names'>;
  readonly #queryPlanner: QueryPlanner;
  #schema: GraphQLSchema | null = null;

  /** Throws what @apollo/federation-internals has against the supergraph. */
  static of(supergraphSdl: string, config?: QueryPlannerConfig): Planner {
    const prepared = plannerSupergraph(supergraphSdl);
    const supergraph = Supergraph.build(prepared.document, { validateSupergraph: prepared.isValid });
    return new Planner(supergraphSdl, prepared, new QueryPlanner(supergraph, plannerConfig(config)));
  }

  /** `queryPlanner` is that of the prepared supergraph. */
  constructor(supergraphSdl: string, prepared: PlannerSupergraph, queryPlanner: QueryPlanner) {
    const { supergraph } = queryPlanner;
    this.#prepared = { inputs: prepared.inputs, names: prepared.names };
    this.#queryPlanner = queryPlanner;
    this.overrideLabels = overrideLabels(prepared.document);
    const given = prepared.isValid ? supergraph : Supergraph.build(supergraphSdl);
    this.sdl = { api: printSchema(given.apiSchema()), full: printSchema(supergraph.schema, BARE) };
    this.fullSchema = atOnce(buildSchemaOf(this.sdl.full));
    forgetSyntax(supergraph);
  }

  /** Is made when it is asked for: a thread that only plans does without. */
  get schema(): GraphQLSchema {
    return (this.#schema ??= atOnce(buildSchemaOf(this.sdl.api)));
  }

  planText(text: string, overridden: readonly string[], account?: PlanningAccount): PlannedOperation {
    const begun = threadCpuMs();
    try {
      const document = parse(text, { noLocation: true });
      return this.plan(document, operationOf(document), overridden);
    } finally {
      account?.spent(threadCpuMs() - begun);
    }
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
      const operation = operationFromDocument(this.#queryPlanner.supergraph.apiSchema(), asked);
      return this.#queryPlanner.buildQueryPlan(operation, { overrideConditions });
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

/** Paths with type conditions and deferred parts are not among the nodes that the executor runs. */
export function plannerConfig(config: QueryPlannerConfig = {}): QueryPlannerConfig {
  return { ...config, typeConditionedFetching: false, incrementalDelivery: { enableDefer: false } };
}

function operationIn({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new GraphQLError('Must provide an operation.');
  return operation;
}
