/** A folder of `src/` of a subgraph is a room, an aggregate, but for what belongs to none; see `local/src/rooms.ts`. */
const inRooms = (part) => `^subgraphs/[^/]+/src/(?!graph/|demo/)[^/]+/${part}`;
const MODEL = inRooms('model(/|\\.ts$)');
const READS = inRooms('reads(/|\\.ts$)');
/** People, events and timers come in through these. */
const WAYS_IN = [
  '^subgraphs/[^/]+/src/.*/(resolvers|inputs|mappers|guest-scope|reactions|saga|[a-z-]*worker)(/|\\.ts$)',
  '^subgraphs/[^/]+/src/(graph/|demo/|(main|reactions)\\.ts$)',
];
const TESTS = '(\\.test\\.ts$|/test/|/testing/)';

/** Who may import whom. `local/test/boundaries.test.ts` plants a breach of each rule. */
export default {
  forbidden: [
    {
      name: 'subgraphs-meet-on-the-wire',
      comment: 'A subgraph learns of another through its events and the supergraph, never by import.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^(subgraphs/|gateway/|local/)', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'platform-knows-no-subgraph',
      comment:
        'The platform serves every service and names none; of the events it knows their shape, and those that each has; of the graph, how a mutation says its codes.',
      severity: 'error',
      from: { path: '^platform/', pathNot: TESTS },
      to: { path: ['^subgraphs/', '^gateway/', '^local/', '^schema/(?!(events/(event|operator)|user-errors)\\.ts$)'] },
    },
    {
      name: 'contracts-stand-alone',
      comment: 'What is agreed between services depends on nothing that one of them owns.',
      severity: 'error',
      from: { path: '^schema/', pathNot: TESTS },
      to: { path: ['^subgraphs/', '^gateway/', '^platform/', '^local/'] },
    },
    {
      name: 'executor-stands-alone',
      comment: 'It could be published by itself: it knows GraphQL and query plans, and nothing of ours.',
      severity: 'error',
      from: { path: '^executor/' },
      to: { path: '^(schema|platform|gateway|subgraphs|local|e2e|bench)/' },
    },
    {
      name: 'model-is-at-the-bottom',
      comment: 'Rules know nothing of GraphQL, events or use cases.',
      severity: 'error',
      from: { path: MODEL, pathNot: TESTS },
      to: {
        path: [
          '^subgraphs/',
          '^schema/',
          '^platform/(?!src/(errors|money|post/postal-address|database/(new-row|personal-data|properties))\\.ts)',
        ],
        pathNot: MODEL,
      },
    },
    {
      name: 'commands-and-reads-do-not-know-who-calls',
      comment: 'People, events and timers all call commands and reads; these call none of them.',
      severity: 'error',
      from: { path: inRooms(''), pathNot: [TESTS, ...WAYS_IN] },
      to: { path: WAYS_IN },
    },
    {
      name: 'reads-change-nothing',
      comment:
        'What is read is asked for as often as a query likes: of a subgraph reads know models, live feeds, sentences and each other.',
      severity: 'error',
      from: { path: READS, pathNot: TESTS },
      to: { path: inRooms(''), pathNot: [MODEL, READS, inRooms('(feed|sentences)\\.ts$')] },
    },
    {
      name: 'rooms-do-not-know-the-subgraph',
      comment: 'What gathers all rooms would lead each of them to all others.',
      severity: 'error',
      from: { path: inRooms(''), pathNot: TESTS },
      to: { path: '^subgraphs/[^/]+/src/(entities|reads|reactions|main)\\.ts$' },
    },
    {
      name: 'a-context-is-a-type',
      comment: 'The context has the loaders of all rooms: resolvers may know its type.',
      severity: 'error',
      from: { path: inRooms(''), pathNot: TESTS },
      to: { path: '^subgraphs/[^/]+/src/context\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-one-folder-speaks-kafka',
      comment: 'kafkajs has had no release since 2023: a swap must be one folder.',
      severity: 'error',
      from: { pathNot: '^platform/src/transport/kafka/' },
      to: { path: 'node_modules/kafkajs' },
    },
    {
      name: 'only-local-knows-every-service',
      comment: 'Nobody else imports a service; local/ does so by its main.ts.',
      severity: 'error',
      from: { pathNot: ['^local/', '^subgraphs/', '^gateway/', TESTS] },
      to: { path: ['^subgraphs/', '^gateway/'] },
    },
    {
      name: 'local-enters-by-main',
      comment: 'A service is started by its main.ts and reached by no other way.',
      severity: 'error',
      from: { path: '^local/', pathNot: TESTS },
      to: { path: ['^subgraphs/', '^gateway/'], pathNot: '/src/main\\.ts$' },
    },
    {
      name: 'gateway-knows-no-service',
      comment: 'The gateway reaches subgraphs over the wire, or is handed them.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: TESTS },
      to: { path: ['^subgraphs/', '^local/', '^schema/events/'] },
    },
    {
      name: 'no-cycles',
      comment: 'Except between entities of one model.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { pathNot: MODEL }, dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.generated\\.ts$', '^(\\.agora|\\.cache|\\.kafka)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
};
