import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@agora/platform/database/database';
import { boolean, columnsOf, number } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { Charge, PaymentProvider } from './provider.ts';
import { SANDBOX_METHODS } from './sandbox-methods.ts';
import { SandboxPayment } from './sandbox-payment.ts';

const DELAY_MS = 3_000;

/**
 * A provider for trying things out: its methods approve, decline, approve after 3 s, or take the money and never answer.
 * It stands in for a company of its own, so it commits what it does at once.
 */
export function sandboxProvider(database: Pick<Database, 'fork'>): PaymentProvider {
  return {
    methods: SANDBOX_METHODS,

    async charge(charge, signal) {
      const { state, ageMs } = await enter(database, charge);
      if (charge.method === 'sandbox-timeout') await forever(signal);
      if (charge.method !== 'sandbox-delay') return answerOf(state);
      await sleep(Math.max(0, DELAY_MS - ageMs), undefined, { signal });
      return answerOf((await enter(database, charge)).state);
    },

    async cancel(sagaId) {
      const [entry] = await undo(database.fork(), [sagaId]);
      if (entry?.state === 'REFUNDED') return 'REFUNDED';
      return entry?.state === 'VOIDED' && !entry.isNew ? 'VOIDED' : 'NOTHING';
    },
  };
}

const STATE = columnsOf(SandboxPayment, 'state');

const undo = statement(
  { ...STATE, isNew: boolean('xmax = 0') },
  (columns) => `insert into sandbox_payment (saga_id, state, created_at) values ($1, 'VOIDED', now())
    on conflict (saga_id) do update
      set state = case sandbox_payment.state when 'TAKEN' then 'REFUNDED' else sandbox_payment.state end
    returning ${columns}`,
);

/** The charge's entry: the first one decides. */
async function enter(database: Pick<Database, 'fork'>, { sagaId, amount, method }: Charge) {
  for (;;) {
    const state = method === 'sandbox-decline' ? 'DECLINED' : 'TAKEN';
    const [entry] = await find(database.fork(), [sagaId, state, method, amount.minorUnits, amount.currencyCode]);
    if (entry) return entry;
  }
}

const find = statement(
  { ...STATE, ageMs: number('extract(epoch from now() - created_at) * 1000') },
  (columns) => `with decided as (
      insert into sandbox_payment (saga_id, state, method, amount_minor_units, currency_code, created_at)
      values ($1, $2, $3, $4, $5, now()) on conflict (saga_id) do nothing returning state, created_at
    )
    select ${columns}
    from (select state, created_at from decided union all select state, created_at from sandbox_payment where saga_id = $1) sandbox_payment
    limit 1`,
);

function answerOf(state: SandboxPayment['state']): 'APPROVED' | 'DECLINED' {
  return state === 'TAKEN' ? 'APPROVED' : 'DECLINED';
}

async function forever(signal: AbortSignal): Promise<never> {
  signal.throwIfAborted();
  await once(signal, 'abort');
  throw signal.reason;
}
