import { follow } from '@agora/e2e/client';
import { buy, listProduct, register, signIn } from '@agora/e2e/shop';
import * as z from 'zod';
import { eventually } from '@agora/platform/testing/eventually';
import { onEachForm } from './forms.ts';
import { percentile, report, reportJson, round, type Row } from './table.ts';

const ORDERS = Number(process.env['BENCH_ORDERS'] ?? 60);

/** Milliseconds from the answer of `checkoutComplete` to the notification on an open socket, one order after the other. */
export async function benchLatency(): Promise<Row[]> {
  return onEachForm(async (agora) => {
    const buyer = await register(agora, 'Bea Quick');
    const { variantId } = await listProduct(agora, await signIn(agora, 'seller'), 'Stopwatch', 10_000);
    const arrived = new Map<string, number>();
    const Event = z
      .object({ notification: z.object({ subject: z.object({ id: z.string() }) }) })
      .transform(({ notification }) => arrived.set(notification.subject.id, performance.now()));
    const live = follow(
      agora,
      Event,
      'subscription { notificationReceived { notification { subject { ... on Order { id } } } } }',
      {},
      buyer,
    );
    await eventually(async () => {
      await buy(agora, buyer, variantId);
      return arrived.size > 0;
    });

    const samples: number[] = [];
    for (let n = 0; n < ORDERS; n++) {
      const orderId = await buy(agora, buyer, variantId);
      const placed = performance.now();
      samples.push((await eventually(() => arrived.get(orderId))) - placed);
    }
    await live.stop();
    return [
      {
        form: agora.form,
        orders: samples.length,
        'p50 ms': percentile(samples, 0.5),
        'p99 ms': percentile(samples, 0.99),
        'mean ms': round(samples.reduce((sum, sample) => sum + sample, 0) / samples.length),
      },
    ];
  });
}

if (import.meta.main) {
  const rows = await benchLatency();
  report('From checkoutComplete to the notification on a socket (five saga steps, four services)', rows);
  reportJson(rows);
}
