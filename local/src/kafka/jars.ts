import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export const KAFKA_VERSION = '4.3.1';

/** Kafka's own pom names no logging backend; this is the smallest that fits the slf4j it brings. */
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>agora</groupId>
  <artifactId>kafka-broker</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${KAFKA_VERSION}</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
`;

/** The class path of a broker. Maven fetches what is not there yet (about 44 MB the first time). */
export async function kafkaClassPath(cache: string, log: (line: string) => void): Promise<string> {
  const list = path.join(cache, `kafka-${KAFKA_VERSION}.classpath`);
  const known = await readKnown(list);
  if (known) return known;

  log(`Fetching Apache Kafka ${KAFKA_VERSION} …`);
  await mkdir(cache, { recursive: true });
  const [pom, fetched] = [path.join(cache, `pom-${process.pid}.xml`), `${list}.${process.pid}`];
  await writeFile(pom, POM);
  await maven(pom, fetched);
  await rename(pom, path.join(cache, 'pom.xml'));
  await rename(fetched, list);
  return (await readFile(list, 'utf8')).trim();
}

/** Null as well when a jar has gone from Maven's repository since. */
async function readKnown(list: string): Promise<string | null> {
  if (!existsSync(list)) return null;
  const classPath = (await readFile(list, 'utf8')).trim();
  return classPath.split(path.delimiter).every((jar) => existsSync(jar)) ? classPath : null;
}

async function maven(pom: string, output: string): Promise<void> {
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
  try {
    await promisify(execFile)('mvn', ['-q', '-B', '-f', pom, goal, '-DincludeScope=runtime', `-Dmdep.outputFile=${output}`]);
  } catch (error) {
    throw new Error(`Maven could not fetch Apache Kafka ${KAFKA_VERSION}; is there a network? ${firstError(error)}`);
  }
}

function firstError(error: unknown): string {
  const output = typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : '';
  return output.split('\n').find((line) => line.includes('[ERROR]')) ?? '';
}
