import { spawnSync } from 'node:child_process';
import { isOutOfFiles } from '../../launch/processes.mjs';

const OLDEST_JAVA = 17;

/** What to install before a broker can run here, as one sentence; null when nothing is missing. */
export function kafkaMissing(): string | null {
  const missing = [
    ...(javaVersion() >= OLDEST_JAVA ? [] : [`Java ${OLDEST_JAVA} or newer`]),
    ...(answers('mvn', '--version') ? [] : ['Maven']),
  ];
  if (missing.length === 0) return null;
  return `Apache Kafka needs ${missing.join(' and ')} on the PATH; on Debian: apt-get install openjdk-17-jre-headless maven.`;
}

/** The major version of the `java` on the PATH; 0 where there is none that runs. */
function javaVersion(): number {
  const { status, stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (error && isOutOfFiles(error)) throw error;
  const [, major = '0', minor = '0'] = /version "(\d+)(?:\.(\d+))?/.exec(status === 0 ? stderr : '') ?? [];
  return Number(major === '1' ? minor : major);
}

function answers(command: string, ...args: readonly string[]): boolean {
  const { status, error } = spawnSync(command, args, { stdio: 'ignore' });
  if (error && isOutOfFiles(error)) throw error;
  return status === 0;
}
