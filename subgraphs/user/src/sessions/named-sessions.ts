const MAX_NAMED_SESSIONS = 100;

/** As many of the sessions that ended as a payload names. */
export function namedSessions(ids: readonly string[] = []): string[] {
  return ids.slice(0, MAX_NAMED_SESSIONS);
}
