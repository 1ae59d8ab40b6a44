import { defineEntity, p } from '@mikro-orm/postgresql';

const SigningKeySchema = defineEntity({
  name: 'SigningKey',
  properties: {
    kid: p.text().primary(),
    privateJwk: p.json<Readonly<Record<string, unknown>>>(),
    createdAt: p.datetime(3),
  },
});

/** Signs access tokens; the newest signs, and all of them are published, so that tokens outlive a new key. */
export class SigningKey extends SigningKeySchema.class {}
SigningKeySchema.setClass(SigningKey);
