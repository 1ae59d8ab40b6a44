const inside = (folder) => ['', '[^/]+/'].map((room) => `^subgraphs/[^/]+/src/${room}${folder}`);
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
      from: { path: inside('model(/|\\.ts$)'), pathNot: TESTS },
      to: {
        path: ['^subgraphs/', '^schema/', '^platform/(?!src/(errors|database/(new-row|personal-data|properties))\\.ts)'],
        pathNot: inside('model(/|\\.ts$)'),
      },
    },
    {
      name: 'commands-do-not-know-who-calls',
      comment: 'People, events and timers all call commands; commands call none of them.',
      severity: 'error',
      from: { path: inside('commands/'), pathNot: TESTS },
      to: { path: [...inside('(api|reactions)/'), ...inside('(main|saga)\\.ts$')] },
    },
    {
      name: 'only-one-file-speaks-kafka',
      comment: 'kafkajs has had no release since 2023: a swap must be one file.',
      severity: 'error',
      from: { pathNot: '^platform/src/transport/kafka/kafka-bus\\.ts$' },
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
      to: { circular: true, viaOnly: { pathNot: inside('model(/|\\.ts$)').join('|') }, dependencyTypesNot: ['type-only'] },
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
