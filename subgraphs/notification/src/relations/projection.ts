import { relationsOf } from '@agora/platform/relations/projection';
import * as events from '@agora/schema/events/user';

export const relations = relationsOf(events, {
  name: 'notification-relations',
  description: 'Of whom somebody does not want to be told anything, as user says it.',
});
