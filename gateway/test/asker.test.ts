import { expect, test } from '@jest/globals';
import { askerKeyOf, type GatewayContext, identityKeyOf } from '../src/context.ts';

/** What may stand between two parts of a key, and what a part may look like that passes for two. */
const TEXTS = ['', 'a', 'b', 'a\nb', '\n', 'a\n', '\nb', 'a","b', '"', '\\', 'null', '[]', '1:a', ',', 'a,b', ' '];
const ABSENT = [undefined, ...TEXTS];

const contexts = function* (): Generator<GatewayContext> {
  const base: GatewayContext = {
    identity: { actor: null, ip: '1' },
    idempotencyKey: undefined,
    acceptLanguage: undefined,
    traceparent: 't',
    forwarded: [],
    cancellation: null,
  };
  const actor = { id: 'a', sessionId: 'b', authTime: 1, roles: ['USER'] as const };
  for (const one of ABSENT) {
    for (const two of ABSENT) {
      yield { ...base, idempotencyKey: one, acceptLanguage: two };
      yield { ...base, acceptLanguage: one, forwarded: [['x-one', String(two)]] };
      yield { ...base, forwarded: [[String(one), String(two)]] };
      yield {
        ...base,
        forwarded: [
          ['x-one', String(one)],
          ['x-two', String(two)],
        ],
      };
      yield { ...base, idempotencyKey: one, identity: { actor: null, ip: String(two) } };
      yield { ...base, acceptLanguage: one, identity: { actor: { ...actor, id: String(two) }, ip: '1' } };
      yield { ...base, idempotencyKey: one, identity: { actor: { ...actor, sessionId: String(two) }, ip: '1' } };
      yield { ...base, identity: { actor: { ...actor, id: String(one), sessionId: String(two) }, ip: '1' } };
      yield { ...base, identity: { actor: { ...actor, id: String(one), authTime: TEXTS.indexOf(String(two)) }, ip: '1' } };
      yield { ...base, identity: { actor: { ...actor, id: String(one), roles: ['USER', 'ADMIN'] }, ip: String(two) } };
      yield { ...base, identity: { actor: { ...actor, id: String(one), roles: [] }, ip: String(two) } };
    }
  }
};

test('no two askers have the same key, whatever the parts of it hold', () => {
  const askers = new Map<string, string>();
  const identities = new Map<string, string>();
  for (const context of contexts()) {
    const parts = { ...context, traceparent: undefined };
    for (const body of ['{}', '"a"]{}']) expect(same(askers, askerKeyOf(context) + body, JSON.stringify([parts, body]))).toBe(true);
    expect(same(identities, identityKeyOf(context.identity), JSON.stringify(context.identity))).toBe(true);
  }
});

/** Whether everything that had this key before was the same. */
function same(seen: Map<string, string>, key: string, what: string): boolean {
  const first = seen.get(key) ?? what;
  seen.set(key, first);
  return first === what;
}
