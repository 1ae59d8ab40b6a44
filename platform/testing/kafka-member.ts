/** A member of a consumer group in a process of its own, for tests that kill it: prints the data of each message. */
import { openKafkaBus } from '../src/transport/kafka/kafka-bus.ts';
import { createLogger } from '../src/observe/logging.ts';

const [brokers = '', group = '', topic = ''] = process.argv.slice(2);

const bus = await openKafkaBus({ brokers: [brokers], replication: 1, clientId: 'member', log: createLogger('member', 'silent') });
await bus.consume(group, [topic], async (batch) => {
  for (const message of batch) console.log(message.data);
});
