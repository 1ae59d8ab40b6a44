import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import { person } from '@agora/platform/testing/subgraph';
import { OrderConfirmed, PaymentSucceeded } from '@agora/schema/events/order';
import * as z from 'zod';
import { start } from '../src/main.ts';
import { sandboxProvider } from '../src/payments/sandbox.ts';
import { ofOrder, openShop, Shop } from './shop.ts';

const shop = await openShop();

describe('the sandbox provider', () => {
  const signal = AbortSignal.timeout(60_000);
  const charge = (method: string) => ({ sagaId: newId('sag'), amount: { minorUnits: 100, currencyCode: 'EUR' }, method });

  test('gives the first answer to a charge again, and each refund once', async () => {
    const [yes, no] = [charge('sandbox-approve'), charge('sandbox-decline')];
    const provider = sandboxProvider({ fork: () => shop.database.fork() });
    for (let times = 1; times <= 2; times++) {
      expect(await provider.charge(yes, signal)).toBe('APPROVED');
      expect(await provider.charge(no, signal)).toBe('DECLINED');
    }
    for (let times = 1; times <= 2; times++) expect(await provider.cancel(yes.sagaId, signal)).toBe('REFUNDED');
    expect(await provider.charge(yes, signal)).toBe('DECLINED');
    expect(await provider.cancel(no.sagaId, signal)).toBe('NOTHING');
  });

  test('takes nothing for a checkout that was called off before its charge arrived', async () => {
    const late = charge('sandbox-approve');
    const provider = sandboxProvider({ fork: () => shop.database.fork() });
    expect(await provider.cancel(late.sagaId, signal)).toBe('NOTHING');
    expect(await provider.charge(late, signal)).toBe('DECLINED');
    expect(await shop.providerSays(late)).toBe('VOIDED');
  });
});

describe('the ways to pay', () => {
  const asked = '{ paymentMethods { id name es: name(locale: "es-MX") other: name(locale: "fr") description kind flow provider } }';
  const Ways = { paymentMethods: z.array(z.object({ id: z.string(), name: z.string(), es: z.string(), other: z.string() }).loose()) };

  test('are told to guests too, in the language they read or ask for, and each of them can be bought with', async () => {
    const { paymentMethods } = z.object(Ways).parse(await shop.subgraph.data(asked, {}, { acceptLanguage: 'pt-BR' }));
    expect(paymentMethods.map(({ id }) => id)).toEqual(['sandbox-approve', 'sandbox-delay', 'sandbox-decline', 'sandbox-timeout']);
    expect(paymentMethods[0]).toEqual({
      id: 'sandbox-approve',
      name: 'Teste: aprovado',
      es: 'Prueba: aprobado',
      other: 'Teste: aprovado',
      description: 'Não movimenta dinheiro. O pagamento é aprovado na hora.',
      kind: 'TEST',
      flow: 'DIRECT',
      provider: 'sandbox',
    });
    const bowl = await shop.listed();
    for (const { id } of paymentMethods) expect(await shop.place(person(), [bowl], id)).toHaveProperty('orderId');
  });
});

describe('the payment', () => {
  test('of each order is taken once by two replicas', async () => {
    const bowl = await shop.listed();
    const replica = await start({ env: shop.subgraph.env, listen: false });
    try {
      const orders = await Promise.all(Array.from({ length: 12 }, () => shop.place(person(), [bowl])));
      await Promise.all(orders.map((placed) => shop.reachPayment(placed)));
      for (const placed of orders) await shop.subgraph.heard(OrderConfirmed, ofOrder(placed));
      for (const placed of orders) expect(shop.subgraph.heardAll(PaymentSucceeded, ofOrder(placed))).toHaveLength(1);
    } finally {
      await replica.stop();
    }
  });

  test('is taken once although the worker is killed between the provider and the commit', async () => {
    const fallible = await Shop.open();
    try {
      const placed = await fallible.place(person(), [await fallible.listed()], 'sandbox-delay');
      await fallible.validated(placed);
      await fallible.reaches(placed, { step: ['RESERVE_STOCK', 'RUNNING'] });
      await fallible.subgraph.service.stop();
      await fallible.reserved(placed);

      const worker = spawn(process.execPath, ['subgraphs/order/src/main.ts'], {
        env: { ...process.env, ...fallible.subgraph.env, PORT: '0' },
        stdio: 'ignore',
      });
      await eventually(async () => (await fallible.providerSays(placed)) === 'TAKEN');
      const killed = once(worker, 'exit');
      worker.kill('SIGKILL');
      await killed;
      await fallible.onDatabase('update checkout_saga set payment_due_at = now() where id = $1', [placed.sagaId]);

      const heir = await start({ env: fallible.subgraph.env, listen: false });
      try {
        await fallible.subgraph.heard(OrderConfirmed, ofOrder(placed));
        const standing = await fallible.reaches(placed, { status: 'CONFIRMED' });
        expect(standing.saga.steps[2]).toMatchObject({ name: 'PROCESS_PAYMENT', status: 'DONE', attempts: 2 });
        expect(fallible.subgraph.heardAll(PaymentSucceeded, ofOrder(placed))).toHaveLength(1);
        expect(await fallible.providerSays(placed)).toBe('TAKEN');
      } finally {
        await heir.stop();
      }
    } finally {
      await fallible.stop();
    }
  });
});
