import { HOUR_MS } from '@agora/platform/durations';
import { defineService } from '@agora/platform/service/define-service';
import { runAsProgram } from '@agora/platform/service/run';
import { forgetOldTokens } from './accounts/commands/mailed-tokens.ts';
import { forgetOldSecurityEvents } from './accounts/commands/record-security-event.ts';
import { createRequestEmail } from './accounts/request-email.ts';
import { readUserConfig } from './config.ts';
import type { Context } from './context.ts';
import { loadDemo } from './demo/load-demo.ts';
import { entities } from './entities.ts';
import { resolvers } from './graph/resolvers.ts';
import { createAttempts } from './identities/attempts.ts';
import { createProviders } from './identities/providers.ts';
import { createTaxIds } from './profiles/tax-ids.ts';
import { endSuspensions } from './people/restore-account.ts';
import { createRateLimits } from './rate-limits.ts';
import { projections, reactions } from './reactions.ts';
import { openLoaders } from './reads.ts';
import { forgetEnded } from './relations/commands/mute-user.ts';
import { ensureSigningKey } from './sessions/commands/ensure-signing-key.ts';
import { forgetOldSessions } from './sessions/commands/forget-old-sessions.ts';
import { forgetOldDevices } from './sessions/commands/note-device.ts';
import { endedSessions } from './sessions/ended-sessions.ts';
import { openPlaces } from './sessions/places.ts';
import { noteSession } from './sessions/signed-in-fields.ts';
import { openAccessTokens, publishedKeys } from './sessions/tokens/access-tokens.ts';
import { createRefreshTokens } from './sessions/tokens/refresh-tokens.ts';
import { createTokens } from './sessions/tokens/tokens.ts';
import { recountSkills } from './skills/commands/edit-catalogue.ts';
import { emailIn } from './sign-in/guest-scope.ts';
import { forgetOldChallenges } from './two-factor/commands/end-challenges.ts';
import { createTotp } from './two-factor/totp.ts';

export { settings } from './config.ts';

/** What an operator has filled again from events. */
export const replayed = { entities, projections };

export const start = defineService<Context>({
  name: 'user',
  entities,
  insides: async ({ config, env, log, database, cursors, feeds, budgets }) => {
    await ensureSigningKey(database.fork());
    const { masterKey, accessTokenSeconds, refreshTokenSeconds, lifetimes, identityProviders, returnTo, placesFile } = readUserConfig(env);
    const tokens = createTokens(
      await openAccessTokens(database.fork(), accessTokenSeconds),
      createRefreshTokens(config.secret, refreshTokenSeconds),
    );
    const limits = createRateLimits(budgets);
    const requestEmail = createRequestEmail(masterKey);
    const totp = createTotp(masterKey);
    const taxIds = createTaxIds(masterKey);
    const means = {
      tokens,
      limits,
      requestEmail,
      totp,
      taxIds,
      lifetimes,
      feeds,
      cursors,
      providers: createProviders(identityProviders, log),
      attempts: createAttempts(config.secret),
      returnTo,
      places: await openPlaces(placesFile),
    };
    return {
      resolvers,
      context: (base) => {
        // Whoever signs in within the operation reads as themselves from then on.
        const reader = {
          em: base.em,
          cursors,
          get actor() {
            return context.actor;
          },
        };
        const context: Context = { ...base, loaders: openLoaders(reader), ...means };
        return context;
      },
      guestScope: emailIn,
      // A secret that is told once is told to nobody who comes with a key that was used; a code of a provider works once.
      ownRepeats: [
        'sessionRefresh',
        'sessionProviderStart',
        'sessionProviderComplete',
        'identityLinkStart',
        'identityLinkComplete',
        'twoFactorSetupStart',
        'twoFactorSetupConfirm',
        'twoFactorRecoveryCodesRenew',
      ],
      onAnswer: noteSession,
      reactions,
      projections,
      timers: [
        { everyMs: HOUR_MS, work: () => forgetOldSessions(database.fork()) },
        { everyMs: 5_000, work: () => endSuspensions(database.fork()) },
        { everyMs: HOUR_MS, work: () => forgetEnded(database.fork()) },
        { everyMs: 180_000, work: () => recountSkills(database.fork()) },
        { everyMs: HOUR_MS, work: () => forgetOldDevices(database.fork()) },
        { everyMs: HOUR_MS, work: () => forgetOldTokens(database.fork()) },
        { everyMs: HOUR_MS, work: () => forgetOldChallenges(database.fork()) },
        { everyMs: HOUR_MS, work: () => forgetOldSecurityEvents(database.fork()) },
      ],
      routes: {
        '/.well-known/jwks.json': () => publishedKeys(database.fork()),
        '/sessions/ended': (search) => endedSessions(database.fork(), accessTokenSeconds, search),
      },
      demo: () => loadDemo(database.fork(), { totp, taxIds }),
    };
  },
});

runAsProgram(import.meta, start);
