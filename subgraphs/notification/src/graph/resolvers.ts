import type { ResolverModules } from '@agora/platform/graph/resolved-schema';
import { email } from '../email/resolvers.ts';
import { events } from '../events/resolvers.ts';
import { notifications } from '../notifications/resolvers.ts';
import { recipients } from '../recipients/resolvers.ts';
import type { Resolvers } from './schema.generated.ts';

export const resolvers: ResolverModules<Resolvers> = { recipients, email, notifications, events };
