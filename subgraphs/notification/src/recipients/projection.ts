import { onAll } from '@agora/platform/events/consumer';
import type { Projection } from '@agora/platform/replay/projection';
import { UserPreferencesChanged, UserRegistered, UserRenamed, UserRolesChanged } from '@agora/schema/events/user';
import { rememberRecipients } from './remember-recipient.ts';

/** How many notifications they have not read is this service's own. */
export const recipients: Projection = {
  name: 'recipients',
  description: 'By which name and in which language people are spoken to, and who moderates.',
  tables: [{ name: 'recipient', key: ['id'], filled: { display_name: 'null', locale: 'null', is_moderator: 'false' } }],
  reactions: [
    onAll(UserRegistered, (tx, happened) =>
      rememberRecipients(
        tx,
        happened.map(({ data: { userId, displayName, locale, roles } }) => ({
          recipientId: userId,
          displayName,
          locale,
          isModerator: isModerator(roles),
        })),
      ),
    ),
    onAll(UserRenamed, (tx, happened) =>
      rememberRecipients(
        tx,
        happened.map(({ data: { userId, displayName } }) => ({ recipientId: userId, displayName })),
      ),
    ),
    onAll(UserPreferencesChanged, (tx, happened) =>
      rememberRecipients(
        tx,
        happened.map(({ data: { userId, locale } }) => ({ recipientId: userId, locale })),
      ),
    ),
    onAll(UserRolesChanged, (tx, happened) =>
      rememberRecipients(
        tx,
        happened.map(({ data: { userId, roles } }) => ({ recipientId: userId, isModerator: isModerator(roles) })),
      ),
    ),
  ],
};

function isModerator(roles: readonly string[]): boolean {
  return roles.includes('MODERATOR');
}
