import { describeOnKafka } from '../../local/testing/describe-on-kafka.ts';
import { testKafka } from '../../local/testing/kafka.ts';
import { openKafkaBus } from '../src/transport/kafka/kafka-bus.ts';
import { createLogger } from '../src/observe/logging.ts';
import { openPostgresBus } from '../src/transport/postgres/postgres-bus.ts';
import { createDatabase } from '../testing/databases.ts';
import { poisonContract } from '../testing/poison.ts';

const log = createLogger('poison', 'silent');

poisonContract('PostgreSQL', async () => {
  const { url, drop } = await createDatabase('bus');
  const bus = await openPostgresBus({ url, log });
  return { ...bus, stop: () => bus.stop().then(drop) };
});

poisonContract(
  'Apache Kafka',
  async () => openKafkaBus({ brokers: [(await testKafka()).brokers], replication: 1, clientId: 'poison', log }),
  describeOnKafka,
);
