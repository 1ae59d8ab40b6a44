const HEAD = `id place { time number } service group topic key eventId eventName eventVersion traceId isDead attempts lastError behind
  occurredAt parkedAt nextAttemptAt`;
const ENTRY = 'id place { time number } service eventId eventName eventVersion key actorId data traceId occurredAt publishedAt';
const REPLAY = `id place { time number } service group mode projection topics since isPutInPlace reason actorId status totalCount readCount appliedCount
  differences lastError startedAt finishedAt`;
const USER_ERRORS = 'userErrors { __typename code message field }';

/** What is asked of one service; its data is large, and left out where nobody wants it. */
export const PARKED_KEYS = `query ($page: PageInput!, $filter: ParkedFilterInput, $withData: Boolean!) {
  rows: parkedKeys(page: $page, filter: $filter) { ${HEAD} data @include(if: $withData) }
}`;
export const PARKED_KEY_COUNT = 'query ($filter: ParkedFilterInput) { count: parkedKeyCount(filter: $filter) }';
export const DEAD_LETTER = `query ($id: ID!) { node: deadLetter(id: $id) { ${HEAD} data } }`;
export const AUDIT_ENTRIES = `query ($page: PageInput!, $filter: AuditFilterInput) {
  rows: auditEntries(page: $page, filter: $filter) { ${ENTRY} }
}`;
export const AUDIT_ENTRY_COUNT = 'query ($filter: AuditFilterInput) { count: auditEntryCount(filter: $filter) }';
export const AUDIT_ENTRY = `query ($id: ID!) { node: auditEntry(id: $id) { ${ENTRY} } }`;
export const REPLAYS = `query ($page: PageInput!, $filter: ReplayFilterInput) { rows: replays(page: $page, filter: $filter) { ${REPLAY} } }`;
export const REPLAY_COUNT = 'query ($filter: ReplayFilterInput) { count: replayCount(filter: $filter) }';
export const ONE_REPLAY = `query ($id: ID!) { node: replay(id: $id) { ${REPLAY} } }`;
export const EVENT_FLOW = `{
  eventFlow {
    unpublishedCount oldestUnpublishedAt publishedPerMinute
    consumers { group topics { topic lag: messages } lag handledPerMinute parkedKeyCount deadLetterCount isPaused }
    projections { name description rebuiltAt }
  }
}`;

/** What each mutation answers beside its `userErrors`, and what it takes. */
export const MUTATIONS = {
  deadLetterRetry: { input: 'DeadLetterRetryInput', payload: `retriedIds ${USER_ERRORS}` },
  deadLetterSkip: { input: 'DeadLetterSkipInput', payload: `skippedId ${USER_ERRORS}` },
  parkedKeyRetry: { input: 'ParkedKeyRetryInput', payload: `parkedKey { ${HEAD} data } ${USER_ERRORS}` },
  replayStart: { input: 'ReplayStartInput', payload: `replay { ${REPLAY} } ${USER_ERRORS}` },
  redeliveryStart: { input: 'RedeliveryStartInput', payload: `replay { ${REPLAY} } ${USER_ERRORS}` },
  replayCancel: { input: 'ReplayCancelInput', payload: `replay { ${REPLAY} } ${USER_ERRORS}` },
} as const;
