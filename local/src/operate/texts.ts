import type { Entry, Flow, Head, Replay, Saga } from './answers.ts';

type ServiceFlow = Flow & { readonly service: string; readonly deadLetterCount: number };

/** A line for each service, and what to do where something waits for an operator. */
export function flowsAsText(flows: readonly ServiceFlow[]): string {
  const rows = flows.map(({ service, unpublishedCount, oldestUnpublishedAt, consumers, deadLetterCount }) => [
    service,
    unpublishedCount === 0 ? '0' : `${unpublishedCount}, since ${oldestUnpublishedAt ?? 'no time of the calendar'}`,
    sumOf(consumers.map(({ lag }) => lag)),
    String(consumers.reduce((sum, { parkedKeyCount }) => sum + parkedKeyCount, 0)),
    String(deadLetterCount),
  ]);
  const dead = flows.reduce((sum, { deadLetterCount }) => sum + deadLetterCount, 0);
  const hint = dead === 0 ? '' : '\n\nDead events keep their keys waiting: npm run operate -- dead';
  return table(['service', 'not published', 'behind', 'parked keys', 'dead'], rows) + hint;
}

export function headsAsText(heads: readonly Head[]): string {
  if (heads.length === 0) return 'Nothing waits.';
  return heads.map(headAsText).join('\n\n');
}

export function sagasAsText(sagas: readonly Saga[]): string {
  if (sagas.length === 0) return 'Nothing is stuck.';
  return sagas.map(sagaAsText).join('\n\n');
}

/** One line for a replay that goes on. */
export function progressAsText({ projection, readCount, totalCount, appliedCount }: Replay): string {
  const percent = totalCount === 0 ? 100 : Math.floor((100 * readCount) / totalCount);
  return `${projection}: ${percent} %, ${readCount} of ${totalCount} events read, ${appliedCount} of them applied`;
}

export function replaysAsText(replays: readonly Replay[]): string {
  return replays.map(replayAsText).join('\n');
}

export function letterAsText({ data, ...head }: Head & { readonly data: unknown }): string {
  return `${headAsText(head)}\n  data    ${JSON.stringify(data, null, 2).replaceAll('\n', '\n          ')}`;
}

export function entriesAsText(entries: readonly Entry[]): string {
  if (entries.length === 0) return 'Nothing happened.';
  const rows = entries.map(({ occurredAt, service, eventName, key, actorId, data }) => [
    occurredAt ?? 'never',
    service,
    eventName,
    key,
    actorId ?? '-',
    JSON.stringify(data),
  ]);
  return table(['when', 'service', 'event', 'about', 'who', 'data'], rows);
}

export function actsAsText(what: string, ids: readonly string[]): string {
  return `${what}: ${ids.join(' ')}`;
}

function headAsText(head: Head): string {
  const { id, service, group, topic, key, eventName, eventVersion, attempts, behind, lastError, parkedAt, nextAttemptAt } = head;
  const state = nextAttemptAt === null ? `${id}, given up after ${times(attempts)}` : `tried ${times(attempts)}, next at ${nextAttemptAt}`;
  const trace = head.traceId === null ? '' : `\n  trace   ${head.traceId}`;
  return `${state}
  event   ${eventName}.v${eventVersion} ${head.eventId}
  of      ${service}, group ${group}, topic ${topic}, key ${key}
  since   ${parkedAt}, ${behind} behind it
  why     ${lastError ?? 'not tried yet'}${trace}`;
}

function sagaAsText({ id, service, subjectId, step, reason, stuckAt, traceId }: Saga): string {
  const trace = traceId === null ? '' : `\n  trace   ${traceId}`;
  return `${id}, stuck since ${stuckAt}
  of      ${service}, for ${subjectId}
  at      ${step ?? 'no step'}
  why     ${reason}${trace}`;
}

function replayAsText({ projection, isPutInPlace, appliedCount, differences }: Replay): string {
  const made = `${projection}: ${appliedCount} events make ${sumOf(differences?.map(({ rows }) => rows) ?? [])} rows`;
  const unlike = (differences ?? [])
    .filter(differs)
    .map(
      ({ table, missing, surplus, changed }) => `${table} has ${missing} too few, ${surplus} too many and ${changed} that are not the same`,
    );
  if (unlike.length === 0) return `${made}, as there are.`;
  return `${made}; ${unlike.join('; ')}.${isPutInPlace ? ' It holds now what events say.' : ''}`;
}

export function differs({ missing, surplus, changed }: NonNullable<Replay['differences']>[number]): boolean {
  return missing + surplus + changed > 0;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** Unknown as soon as one of them is. */
function sumOf(numbers: readonly (number | null)[]): string {
  return numbers.includes(null) ? 'unknown' : String(numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)].join('\n');
}
