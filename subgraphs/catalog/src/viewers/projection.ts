import { onAll } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { UserPreferencesChanged } from '@agora/schema/events/user';
import { rememberViewers } from './remember-viewers.ts';

export const viewers: Projection = {
  name: 'viewers',
  description: 'Whether what somebody looks at may be used to choose what to show them, as user says it.',
  tables: [{ name: 'viewer', key: ['user_id'] }],
  reactions: [
    onAll(UserPreferencesChanged, (tx, happened) =>
      rememberViewers(
        tx,
        happened.map(({ data }) => data),
      ),
    ),
  ],
};
