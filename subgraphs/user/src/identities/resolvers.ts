import { Refusal } from '@agora/platform/errors';
import { checked, name } from '@agora/platform/input/input';
import { recentlyAuthenticated, signedIn } from '@agora/platform/security/actor';
import type { Context } from '../context.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { transportOf } from '../sessions/transport.ts';
import { usableLocale } from '../sign-in/usable-locale.ts';
import { linkIdentity } from './commands/link-identity.ts';
import { signInWithIdentity } from './commands/sign-in-with-identity.ts';
import { unlinkIdentity } from './commands/unlink-identity.ts';
import { CompleteInput, startInput } from './inputs.ts';
import type { Identity, SessionProviderStartPayload } from './mappers.ts';
import type { ProviderSetting } from './provider-settings.ts';
import type { Vouched } from './providers.ts';
import { sentences } from './sentences.ts';

/** Who is called nothing by their provider. */
const NAMELESS = 'Member';
const DisplayName = name(80);

/** How people come in with another company, and which of them vouch for an account. */
export const identities: Resolvers = {
  Query: {
    identityProviders: (_, __, { providers }) => [...providers.all],
  },

  Mutation: {
    sessionProviderStart: (_, { input }, context) => start(input, null, context),

    sessionProviderComplete: async (_, { input }, context) => {
      const { em, ip, userAgent, languages, limits } = context;
      const transport = transportOf(input, context);
      const { provider, vouched } = await complete(input, null, context);
      return signInWithIdentity(
        em,
        { ...context, mayRegister: () => limits.registration({ ip }) },
        {
          provider,
          vouched,
          locale: input.locale ?? usableLocale(languages),
          displayName: DisplayName.safeParse(vouched.name).data ?? NAMELESS,
          transport,
          client: { ip, userAgent },
        },
      );
    },

    identityLinkStart: (_, { input }, context) => start(input, recentlyAuthenticated(context.actor).sessionId, context),

    identityLinkComplete: async (_, { input }, context) => {
      const { id: accountId, sessionId } = signedIn(context.actor);
      const { em, requestEmail, ip, userAgent } = context;
      const link = { accountId, ...(await complete(input, sessionId, context)), client: { ip, userAgent } };
      return { userId: accountId, identityId: await linkIdentity(em, requestEmail, link) };
    },

    identityUnlink: async (_, { input: { identityId } }, { em, actor, providers, ip, userAgent, requestEmail }) => {
      const { id: accountId } = recentlyAuthenticated(actor);
      await unlinkIdentity(em, requestEmail, { accountId, identityId, providers, client: { ip, userAgent } });
      return { userId: accountId };
    },
  },

  User: {
    hasPassword: async ({ id }, _, { loaders }) => (await loaders.passwordOf.load(id))?.hasPassword ?? null,
    identities: async ({ id }, _, context) => (context.actor?.id === id ? usableOf(id, context) : null),
  },

  Identity: {
    viewerCanUnlink: async ({ id, accountId }, _, context) => {
      const others = (await usableOf(accountId, context)).filter((other) => other.id !== id);
      return others.length > 0 || ((await context.loaders.passwordOf.load(accountId))?.isWayIn ?? false);
    },
  },

  DeviceSession: {
    provider: ({ providerIssuer }, _, { providers }) => (providerIssuer ? (providers.byIssuer(providerIssuer) ?? null) : null),
  },

  IdentityLinkCompletePayload: {
    identity: async ({ userId, identityId }, _, context) =>
      userId === undefined ? null : ((await usableOf(userId, context)).find(({ id }) => id === identityId) ?? null),
    user: ({ userId }, _, { loaders }) => (userId === undefined ? null : loaders.account.load(userId)),
  },
  IdentityUnlinkPayload: { user: ({ userId }, _, { loaders }) => (userId === undefined ? null : loaders.account.load(userId)) },
};

/** `sessionId`: of who links a provider; null where somebody signs in. */
async function start(input: object, sessionId: string | null, context: Context): Promise<SessionProviderStartPayload> {
  const { providers, attempts, returnTo, limits, ip } = context;
  const { providerId, returnUrl } = checked(startInput(returnTo), input);
  const provider = providers.byId(providerId);
  if (!provider) throw new Refusal('NOT_FOUND', sentences.noSuchProvider, ['providerId']);
  limits.provider({ ip });
  const { attempt, state, browserKey } = attempts.begin({ provider: providerId, returnUrl, sessionId });
  const authorizationUrl = await providers.authorizationUrl(provider, { ...attempt, state });
  return { authorizationUrl, browserKey, expiresAt: new Date(attempt.expiresAt).toISOString() };
}

async function complete(
  input: object,
  sessionId: string | null,
  { providers, attempts, limits, ip }: Context,
): Promise<{ provider: ProviderSetting; vouched: Vouched }> {
  const { state, code, iss, browserKey } = checked(CompleteInput, input);
  limits.provider({ ip });
  const attempt = attempts.resume({ state, browserKey, sessionId });
  const provider = providers.byId(attempt.provider);
  if (!provider) throw new Refusal('NOT_FOUND', sentences.noSuchProvider);
  const vouched = await providers.vouchedBy(provider, { ...attempt, state, code, issuer: iss ?? null });
  return { provider, vouched };
}

/** Those of providers that are no more cannot be signed in with. */
async function usableOf(accountId: string, { loaders, providers }: Context): Promise<Identity[]> {
  const linked = await loaders.identitiesOf.load(accountId);
  return linked.flatMap((identity) => {
    const provider = providers.byIssuer(identity.issuer);
    return provider ? [{ ...identity, provider }] : [];
  });
}
