import graphqlEslint from '@graphql-eslint/eslint-plugin';
import { Linter } from 'eslint';

/** Edges whose node is no `Node`, and why that is right. */
const NODES_WITHOUT_ID: Readonly<Record<string, string>> = {
  OrderHistoryEdge: 'an entry is a part of its order, and is found through it alone',
  DeviceSessionEdge: 'a device that is signed in is for its person alone, in one list',
  SecurityEventEdge: 'what happened to the safety of an account is read in its list, and nowhere else',
  UserBlockEdge: 'a block is for who made it alone, in one list',
  UserMuteEdge: 'a mute is for who made it alone, in one list',
  WishlistItemEdge: 'a wish is a part of its list, and is found through it alone',
  StockMovementEdge: 'a line of the stock ledger is read in it, and nowhere else',
  ProductImportErrorEdge: 'what is wrong with a line is read in the list of its import, and nowhere else',
  ParkedKeyEdge: 'a key that waits is told by its service, topic and text',
};

const { configs, parser, rules } = graphqlEslint;

/** What graphql-eslint's configuration for Relay has against an API schema, but for what is named here; each line names its place. */
export function relayProblems(sdl: string): string[] {
  const messages = new Linter().verify(
    sdl,
    {
      files: ['**/*.graphql'],
      languageOptions: { parser, parserOptions: { schemaSdl: sdl } },
      plugins: { '@graphql-eslint': { rules } },
      rules: {
        ...configs['flat/schema-relay'].rules,
        // Lists that are bounded are plain lists here: the lint of lists sees to that.
        '@graphql-eslint/relay-edge-types': [
          'error',
          { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false },
        ],
      },
    },
    'graph.graphql',
  );
  const found = messages.map(({ line, message }) => ({ type: typeAt(sdl, line), message }));
  const excused = found.filter(({ type, message }) => Object.hasOwn(NODES_WITHOUT_ID, type) && message.includes('`Node`'));
  const stale = Object.keys(NODES_WITHOUT_ID).filter((edge) => sdl.includes(`type ${edge} `) && !excused.some(({ type }) => type === edge));
  return [
    ...found.filter((one) => !excused.includes(one)).map(({ type, message }) => `${type}: ${message}`),
    ...stale.map((edge) => `${edge} has a Node, and need not be named in schema/relay-problems.ts any more.`),
  ];
}

function typeAt(sdl: string, line: number): string {
  const above = sdl.split('\n').slice(0, line).reverse();
  return above.flatMap((text) => /^\s*type (\w+)/.exec(text)?.[1] ?? [])[0] ?? `line ${line}`;
}
