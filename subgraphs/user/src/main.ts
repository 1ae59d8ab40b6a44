import { defineService } from '@agora/platform/service/define-service';
import { runAsProgram } from '@agora/platform/service/run';
import { emailIn } from './api/guest-scope.ts';
import { resolvers } from './api/resolvers.ts';
import { ensureSigningKey } from './commands/ensure-signing-key.ts';
import { forgetOldSessions } from './commands/forget-old-sessions.ts';
import { readUserConfig } from './config.ts';
import type { Context } from './context.ts';
import { openAccessTokens, publishedKeys } from './credentials/access-tokens.ts';
import { createRefreshTokens } from './credentials/refresh-tokens.ts';
import { createTokens } from './credentials/tokens.ts';
import { loadDemo } from './demo/load-demo.ts';
import { endedSessions } from './ended-sessions.ts';
import { entities } from './entities.ts';
import { createRateLimits } from './rate-limits.ts';
import { reactions } from './reactions.ts';
import { openLoaders } from './reads.ts';

export { settings } from './config.ts';

export const start = defineService<Context>({
  name: 'user',
  entities,
  migrations: new URL('../migrations/', import.meta.url),
  insides: async ({ config, env, database, cursors, budgets }) => {
    await ensureSigningKey(database.fork());
    const { accessTokenSeconds, refreshTokenSeconds } = readUserConfig(env);
    const tokens = createTokens(
      await openAccessTokens(database.fork(), accessTokenSeconds),
      createRefreshTokens(config.secret, refreshTokenSeconds),
    );
    const limits = createRateLimits(budgets);
    return {
      resolvers,
      context: (base) => ({ ...base, loaders: openLoaders({ ...base, cursors }), tokens, limits }),
      guestScope: emailIn,
      ownRepeats: ['sessionRefresh'],
      reactions,
      timers: [{ everyMs: 3_600_000, work: () => forgetOldSessions(database.fork()) }],
      routes: {
        '/.well-known/jwks.json': () => publishedKeys(database.fork()),
        '/sessions/ended': (search) => endedSessions(database.fork(), accessTokenSeconds, search),
      },
      demo: () => loadDemo(database.fork()),
    };
  },
});

runAsProgram(import.meta, start);
