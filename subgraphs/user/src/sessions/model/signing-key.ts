import { newRow } from '@agora/platform/database/new-row';
import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const SigningKeySchema = defineEntity({
  name: 'SigningKey',
  properties: impersonal({ kid: p.text().primary(), privateJwk: p.json<object>(), createdAt: p.datetime(3) }),
});

/** Signs access tokens. The newest signs, and all are published, so that tokens outlive the arrival of a new key. */
export class SigningKey extends SigningKeySchema.class {
  static of(kid: string, privateJwk: object, now: Date): SigningKey {
    return newRow(SigningKey, { kid, privateJwk, createdAt: now });
  }
}
SigningKeySchema.setClass(SigningKey);
