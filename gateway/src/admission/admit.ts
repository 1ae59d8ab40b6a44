import type { Variables } from '@agora/executor';
import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { CostOf } from '../cost/operation-cost.ts';

/** A valid operation that somebody wants to run. */
export interface Asked {
  readonly context: GatewayContext;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables | null | undefined;
}

export interface Admission {
  /** Why nothing of the operation may run; null where it may. */
  readonly refusal: GraphQLError | null;
  /** Null where nothing has a cost. */
  readonly cost: OperationCost | null;
}

/** What the client is told as `extensions.cost`. */
export interface OperationCost {
  readonly spent: number;
  /** The most that one operation may cost. */
  readonly limit: number;
}

/** Is called before anything of an operation runs, planning included, on every way in. */
export type Admit = (asked: Asked) => Admission;

/** Takes a cost from the budget of whoever asks; answers why it cannot. */
export type Spend = (context: GatewayContext, cost: number) => GraphQLError | null;

export interface AdmissionOptions {
  readonly costOf: CostOf;
  /** The most that one operation may cost. */
  readonly limit: number;
  readonly spend?: Spend | undefined;
}

export function createAdmit({ costOf, limit, spend }: AdmissionOptions): Admit {
  return ({ context, document, operation, variables }) => {
    const cost = { spent: costOf(document, operation, variables ?? {}), limit };
    if (cost.spent > limit) return { refusal: tooCostly(cost), cost };
    return { refusal: spend?.(context, cost.spent) ?? null, cost };
  };
}

/** For a gateway without limits. */
export const admitEverything: Admit = () => ({ refusal: null, cost: null });

function tooCostly({ spent, limit }: OperationCost): GraphQLError {
  return new GraphQLError(`This operation can cost ${spent} and may cost ${limit}. Shorter pages and fewer levels of them cost less.`, {
    extensions: { code: 'QUERY_TOO_COSTLY', cost: spent, limit, http: { status: 400 } },
  });
}
