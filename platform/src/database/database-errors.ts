/** Codes of the operating system; without a free file descriptor no connection can be opened either. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EMFILE', 'ENFILE']);

/** Whether the database, not the statement, is what failed; also where it took longer than anybody waits. */
export function isConnectionFailure(error: unknown): boolean {
  const code = codeOf(error);
  return (
    /^(08(?!P01)|57014|57P|53)/.test(code) ||
    UNREACHABLE.has(code) ||
    isSocketGone(error) ||
    /Connection terminated|connection error|timeout exceeded|Client has encountered|not queryable/i.test(
      error instanceof Error ? error.message : '',
    )
  );
}

/** Where it listens on a socket of this machine. */
function isSocketGone(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' && error instanceof Error && 'syscall' in error && error.syscall === 'connect';
}

/**
 * The SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) of what PostgreSQL said, or the code of what the
 * operating system did; empty where there is none.
 */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
