import type { FetchNode, PlanNode } from './nodes.ts';

/** Visits the fetches of a plan, in its order, with the path that each one's answers are merged at. */
export function eachFetch(plan: PlanNode | null, visit: (fetch: FetchNode, path: readonly string[]) => void): void {
  if (plan) walk(plan, [], visit);
}

function walk(node: PlanNode, path: readonly string[], visit: (fetch: FetchNode, path: readonly string[]) => void): void {
  switch (node.kind) {
    case 'Fetch':
      return visit(node, path);
    case 'Flatten':
      return walk(node.node, [...path, ...node.path], visit);
    case 'Condition':
      if (node.ifClause) walk(node.ifClause, path, visit);
      if (node.elseClause) walk(node.elseClause, path, visit);
      return;
    default:
      for (const inner of node.nodes) walk(inner, path, visit);
  }
}
