import { Refusal } from '../errors.ts';

const MAX_SIZE = 100;
const DEFAULT_SIZE = 20;

export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/**
 * A page of a list (https://relay.dev/graphql/connections.htm). Edges are made, cursors signed, and `totalCount` is counted, only when
 * the client asks for them.
 */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: () => Promise<number>;
}

/**
 * How many to read, and whether from the end; outside 1–100 is BAD_USER_INPUT, and so are both ends at once: by Relay's letter
 * that is the end of a beginning, which nobody means.
 */
export function sizeOf({ first, last }: PageArgs): { size: number; backwards: boolean } {
  const backwards = last !== undefined && last !== null;
  if (backwards && first !== undefined && first !== null)
    throw new Refusal('BAD_USER_INPUT', 'Give "first" or "last", not both.', ['last']);
  const size = backwards ? last : (first ?? DEFAULT_SIZE);
  if (!Number.isInteger(size) || size < 1 || size > MAX_SIZE) {
    const field = backwards ? 'last' : 'first';
    throw new Refusal('BAD_USER_INPUT', `"${field}" must be between 1 and ${MAX_SIZE}.`, [field]);
  }
  return { size, backwards };
}

/** The connection of one more node than its page holds, if there are so many; nodes come as they were read, from the end where `backwards`. */
export function connectionOf<Node>(options: {
  readonly args: PageArgs;
  readonly read: readonly Node[];
  readonly cursorOf: (node: Node) => string;
  readonly totalCount: () => Promise<number>;
}): Connection<Node> {
  const { args, read, cursorOf, totalCount } = options;
  const { size, backwards } = sizeOf(args);
  const more = read.length > size;
  const nodes = read.slice(0, size);
  if (backwards) nodes.reverse();
  return {
    get edges() {
      return nodes.map((node) => edgeOf(node, cursorOf));
    },
    nodes,
    pageInfo: {
      hasNextPage: backwards ? Boolean(args.before) : more,
      hasPreviousPage: backwards ? more : Boolean(args.after),
      get startCursor() {
        return nodes[0] ? cursorOf(nodes[0]) : null;
      },
      get endCursor() {
        const last = nodes.at(-1);
        return last ? cursorOf(last) : null;
      },
    },
    totalCount,
  };
}

/** Signing a cursor costs more than the rest of an edge, and many clients never ask for one. */
function edgeOf<Node>(node: Node, cursorOf: (node: Node) => string): Edge<Node> {
  return {
    node,
    get cursor() {
      return cursorOf(node);
    },
  };
}
