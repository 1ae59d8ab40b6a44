import type { ResolverModules } from '@agora/platform/graph/resolved-schema';
import { events } from './events.ts';
import { notifications } from './notifications.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { users } from './users.ts';

export const resolvers: ResolverModules<Resolvers> = { notifications, users, events };
