import type { Variables } from '@agora/executor';

/** What is known of a cost before its variables are: a number, or how to find it. */
export type Cost = number | ((variables: Variables) => number);

/** The largest cost: the largest Int of GraphQL, which stands for everything beyond it too. */
export const MAX_COST = 2 ** 31 - 1;

export function sum(costs: readonly Cost[]): Cost {
  const constant = costs.reduce<number>((total, cost) => (typeof cost === 'number' ? total + cost : total), 0);
  const open = costs.filter((cost) => typeof cost === 'function');
  if (open.length === 0) return saturated(constant);
  return (variables) => {
    let total = constant;
    for (const cost of open) total += cost(variables);
    return saturated(total);
  };
}

export function product(size: Cost, cost: Cost): Cost {
  if (typeof size === 'number' && typeof cost === 'number') return saturated(size * cost);
  return (variables) => saturated(valueOf(size, variables) * valueOf(cost, variables));
}

export function largest(costs: readonly Cost[]): Cost {
  const constant = costs.reduce<number>((max, cost) => (typeof cost === 'number' ? Math.max(max, cost) : max), 0);
  const open = costs.filter((cost) => typeof cost === 'function');
  if (open.length === 0) return constant;
  return (variables) => {
    let max = constant;
    for (const cost of open) max = Math.max(max, cost(variables));
    return max;
  };
}

export function valueOf(cost: Cost, variables: Variables): number {
  return typeof cost === 'number' ? cost : cost(variables);
}

function saturated(cost: number): number {
  return cost < MAX_COST ? cost : MAX_COST;
}
