import type { FetchNode, PlanNode } from '../plan/nodes.ts';
import { type Effects, effectsOf } from './effects.ts';
import { type FetchOperation, fetchOperationOf } from './fetch-operation.ts';
import type { Running } from './request.ts';

/** A fetch of the plan with all that is above it. */
export interface FlatFetch {
  readonly node: FetchNode;
  readonly path: readonly string[];
  readonly operation: FetchOperation;
  /** The conditions above it, all of which must hold. */
  readonly conditions: readonly (readonly [variable: string, value: boolean])[];
  /** The fetches that come before it in the plan. */
  readonly after: ReadonlySet<FlatFetch>;
  readonly effects: Effects;
  /** Equal for fetches that send the same of equal objects and are answered the same. */
  readonly question: string;
  /** How many fetches the plan has one after the other before it. */
  readonly wave: number;
}

type Above = Pick<FlatFetch, 'path' | 'conditions' | 'after' | 'wave'>;

/** The fetches of a plan, in its order. */
export function flatFetches(plan: PlanNode): FlatFetch[] {
  return flatten(plan, { path: [], conditions: [], after: new Set(), wave: 0 });
}

export function isOn(running: Running<unknown>, conditions: FlatFetch['conditions']): boolean {
  return conditions.every(([variable, value]) => Boolean(running.coerced[variable]) === value);
}

function flatFetch(node: FetchNode, above: Above): FlatFetch {
  const operation = fetchOperationOf(node);
  const { serviceName, requires, inputRewrites, outputRewrites } = node;
  const question = JSON.stringify([serviceName, operation.selections, requires, inputRewrites, outputRewrites]);
  return { ...above, node, operation, effects: effectsOf(node, above.path, operation), question };
}

function flatten(node: PlanNode, above: Above): FlatFetch[] {
  switch (node.kind) {
    case 'Fetch':
      return [flatFetch(node, above)];
    case 'Flatten':
      return flatten(node.node, { ...above, path: [...above.path, ...node.path] });
    case 'Parallel':
      return node.nodes.flatMap((child) => flatten(child, above));
    case 'Condition': {
      const under = (value: boolean): Above => ({ ...above, conditions: [...above.conditions, [node.condition, value]] });
      return [
        ...(node.ifClause ? flatten(node.ifClause, under(true)) : []),
        ...(node.elseClause ? flatten(node.elseClause, under(false)) : []),
      ];
    }
    case 'Sequence': {
      const found: FlatFetch[] = [];
      for (const child of node.nodes) {
        const wave = Math.max(above.wave, ...found.map((fetch) => fetch.wave + 1));
        found.push(...flatten(child, { ...above, wave, after: new Set([...above.after, ...found]) }));
      }
      return found;
    }
  }
}
