import type { EntityManager } from '@mikro-orm/postgresql';
import { query, runWithNext, transaction, unhurried } from '../database/database.ts';
import { lock } from '../database/advisory-lock.ts';
import { Refusal } from '../errors.ts';
import type { Sentence } from '../input/sentence.ts';
import { text } from '../reading/columns.ts';
import { statement } from '../reading/statement.ts';
import { seal, unseal } from '../security/seal.ts';
import { macOf } from '../security/signed-text.ts';

/** A client's promise that two requests mean the same intended change. */
export interface IdempotencyKey {
  /** Whose key it is: keys of different people never meet. */
  readonly scope: string;
  readonly key: string;
  readonly request: RequestMarks;
}

/** What tells one request from another without keeping it. */
export interface RequestMarks {
  readonly fingerprint: string;
  /** Seals what is kept for a repeat: only the same request opens it again. */
  readonly seal: string;
}

/** Both are keyed, because arguments may hold a password, which plain hashes would let the reader of a table guess. */
export function marksOf(secret: string, request: unknown): RequestMarks {
  const marked = canonical(request);
  return { fingerprint: macOf(secret, 'request', marked), seal: macOf(secret, 'replay', marked) };
}

const KEY_REUSED: Sentence = {
  en: 'This idempotency key was used with other variables.',
  es: 'Esta clave de idempotencia ya se usó con otras variables.',
  pt: 'Esta chave de idempotência já foi usada com outras variáveis.',
};

export type Payload = Readonly<Record<string, unknown>>;

/**
 * Runs `command` once for a key, in one transaction with the note of its payload; a repeat gets that payload, and waits
 * while the first still runs. What wants a proof of who is there is not noted, for it is sent again with one. `command` answers with plain values only, so that a repeat may select other fields.
 */
export async function once(
  em: EntityManager,
  idempotency: IdempotencyKey,
  command: (tx: EntityManager) => Promise<Payload>,
): Promise<Payload> {
  const { scope, key, request } = idempotency;
  return transaction(em, async (tx) => {
    // In one write: the second sees what was committed before the first was granted.
    const [, [done]] = await Promise.all([lock(tx, JSON.stringify([scope, key])), doneBefore(tx, [scope, key])]);
    if (done?.requestHash === request.fingerprint) return JSON.parse(unseal(request.seal, done.payload)) as Payload;
    if (done) throw new Refusal('IDEMPOTENCY_KEY_REUSED', KEY_REUSED);
    const payload = await command(tx);
    if (wantsProof(payload)) return payload;
    runWithNext(
      tx,
      `insert into platform.idempotency (scope, key, request_hash, payload) values ($1, $2, $3, $4)
       on conflict (scope, key) do update set request_hash = excluded.request_hash, payload = excluded.payload, created_at = now()`,
      [scope, key, request.fingerprint, seal(request.seal, JSON.stringify(payload))],
    );
    return payload;
  });
}

/** That holds for now alone: after a proof of who is there the same succeeds. */
function wantsProof({ userErrors }: Payload): boolean {
  return Array.isArray(userErrors) && userErrors.some(({ code }: Payload) => code === 'REAUTHENTICATION_REQUIRED');
}

const doneBefore = statement(
  { requestHash: text('request_hash'), payload: text('payload') },
  (columns) => `select ${columns} from platform.idempotency
    where scope = $1 and key = $2 and created_at > now() - interval '24 hours'`,
);

/** Deletes the keys that have run out. */
export async function forgetOldKeys(em: EntityManager): Promise<void> {
  await unhurried(em, (tx) => query(tx, `delete from platform.idempotency where created_at < now() - interval '24 hours'`));
}

/** JSON with the keys of objects in order, so that equal variables have equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
    .join(',')}}`;
}
