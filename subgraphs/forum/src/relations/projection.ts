import { relationsOf } from '@agora/platform/relations/projection';
import * as events from '@agora/schema/events/user';

export const relations = relationsOf(events, {
  name: 'forum-relations',
  description: 'Whose posts and comments somebody does not want to see, as user says it.',
});
