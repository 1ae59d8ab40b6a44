import type { Bus } from './bus.ts';
import { databaseAnswers } from '../database/database-answers.ts';
import type { Logger } from '../observe/logging.ts';
import { SettingsError } from '../service/settings.ts';

/** The bus that the settings name: Kafka where brokers are given, else PostgreSQL. */
export async function openBus(options: {
  kafkaBrokers?: readonly string[] | undefined;
  busDatabaseUrl?: string | undefined;
  kafkaReplication: number;
  startTimeoutMs: number;
  service: string;
  log: Logger;
}): Promise<Bus> {
  const { kafkaBrokers, busDatabaseUrl, kafkaReplication, startTimeoutMs, service, log } = options;
  if (kafkaBrokers?.length) {
    const { openKafkaBus } = await import('./kafka/kafka-bus.ts');
    return openKafkaBus({
      brokers: kafkaBrokers,
      replication: kafkaReplication,
      startTimeoutMs,
      clientId: service,
      log,
    });
  }
  if (busDatabaseUrl) {
    const { openPostgresBus } = await import('./postgres/postgres-bus.ts');
    await databaseAnswers({ url: busDatabaseUrl, setting: 'BUS_DATABASE_URL', startTimeoutMs, log });
    return openPostgresBus({ url: busDatabaseUrl, log });
  }
  throw new SettingsError(['Set BUS_DATABASE_URL (a PostgreSQL database that carries events) or KAFKA_BROKERS (Apache Kafka).']);
}
