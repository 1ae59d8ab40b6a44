export interface BrokerPlace {
  readonly data: string;
  readonly port: number;
  readonly controllerPort: number;
}

/** The configuration of one KRaft node on loopback: broker and controller in one small process. */
export function serverProperties({ data, port, controllerPort }: BrokerPlace): string {
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'log.dirs': data,
    'auto.create.topics.enable': false,
    ...ONE_NODE,
    ...QUICK,
    ...SMALL,
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** Every replication factor that is 3 unless it is said otherwise. */
const ONE_NODE = {
  'default.replication.factor': 1,
  'min.insync.replicas': 1,
  'offsets.topic.replication.factor': 1,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
};

/** Groups form at once, and a broker that was killed is back before its own controller stops waiting for it (9 s). */
const QUICK = {
  'group.initial.rebalance.delay.ms': 0,
  'group.min.session.timeout.ms': 1000,
  'broker.session.timeout.ms': 2000,
  'broker.heartbeat.interval.ms': 500,
};

const SMALL = {
  'num.partitions': 8,
  'offsets.topic.num.partitions': 4,
  'transaction.state.log.num.partitions': 4,
  'share.coordinator.state.topic.num.partitions': 1,
  'log.segment.bytes': 67_108_864,
  'log.index.size.max.bytes': 1_048_576,
  'log.cleaner.dedupe.buffer.size': 4_194_304,
  'num.network.threads': 2,
  'num.io.threads': 2,
  'background.threads': 2,
};
