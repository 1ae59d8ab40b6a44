import { on } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { UserPreferencesChanged, UserRegistered, UserRenamed } from '@agora/schema/events/user';
import { rememberRecipient } from './remember-recipient.ts';

/** How many notifications they have not read is this service's own. */
export const recipients: Projection = {
  name: 'recipients',
  description: 'By which name and in which language people are spoken to.',
  tables: [{ name: 'recipient', key: ['id'], filled: { display_name: 'null', locale: 'null' } }],
  reactions: [
    on(UserRegistered, (tx, { userId, displayName, locale }) => rememberRecipient(tx, { recipientId: userId, displayName, locale })),
    on(UserRenamed, (tx, { userId, displayName }) => rememberRecipient(tx, { recipientId: userId, displayName })),
    on(UserPreferencesChanged, (tx, { userId, locale }) => rememberRecipient(tx, { recipientId: userId, locale })),
  ],
};
