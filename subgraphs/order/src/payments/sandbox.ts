import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, query } from '@agora/platform/database/database';
import type { Charge, PaymentProvider } from './provider.ts';

const DELAY_MS = 3_000;

interface Entry {
  readonly state: 'TAKEN' | 'DECLINED' | 'VOIDED' | 'REFUNDED';
  readonly ageMs: number;
}

/**
 * A provider for trying things out: its methods approve, decline, approve after 3 s, or take the money and never answer.
 * It stands in for a company of its own, so it commits what it does at once.
 */
export function sandboxProvider(database: Pick<Database, 'fork'>): PaymentProvider {
  return {
    methods: new Set(['sandbox-approve', 'sandbox-decline', 'sandbox-delay', 'sandbox-timeout']),

    async charge(charge, signal) {
      const { state, ageMs } = await enter(database, charge);
      if (charge.method === 'sandbox-timeout') await forever(signal);
      if (charge.method !== 'sandbox-delay') return answerOf(state);
      await sleep(Math.max(0, DELAY_MS - ageMs), undefined, { signal });
      return answerOf((await enter(database, charge)).state);
    },

    async cancel(sagaId) {
      const [entry] = await query<Entry & { isNew: boolean }>(
        database.fork(),
        `insert into sandbox_payment (saga_id, state, created_at) values ($1, 'VOIDED', now())
         on conflict (saga_id) do update
           set state = case sandbox_payment.state when 'TAKEN' then 'REFUNDED' else sandbox_payment.state end
         returning state, xmax = 0 as "isNew"`,
        [sagaId],
      );
      if (entry?.state === 'REFUNDED') return 'REFUNDED';
      return entry?.state === 'VOIDED' && !entry.isNew ? 'VOIDED' : 'NOTHING';
    },
  };
}

/** The charge's entry: the first one decides. */
async function enter(database: Pick<Database, 'fork'>, { sagaId, amount, method }: Charge): Promise<Entry> {
  const [entry] = await query<Entry>(
    database.fork(),
    `with decided as (
       insert into sandbox_payment (saga_id, state, method, amount_minor_units, currency_code, created_at)
       values ($1, $2, $3, $4, $5, now()) on conflict (saga_id) do nothing returning state, created_at
     )
     select state, (extract(epoch from now() - created_at) * 1000)::float8 as "ageMs"
     from (select state, created_at from decided union all select state, created_at from sandbox_payment where saga_id = $1) entry
     limit 1`,
    [sagaId, method === 'sandbox-decline' ? 'DECLINED' : 'TAKEN', method, amount.minorUnits, amount.currencyCode],
  );
  if (!entry) return enter(database, { sagaId, amount, method });
  return entry;
}

function answerOf(state: Entry['state']): 'APPROVED' | 'DECLINED' {
  return state === 'TAKEN' ? 'APPROVED' : 'DECLINED';
}

async function forever(signal: AbortSignal): Promise<never> {
  signal.throwIfAborted();
  await once(signal, 'abort');
  throw signal.reason;
}
