import * as z from 'zod';
import { event, id } from './event.ts';

const about = {
  eventId: z.string().describe('The event that was acted on.'),
  eventType: z.string(),
  group: z.string().describe('The consumer group that could not apply it, or "relay" where the bus did not take it.'),
  topic: z.string(),
  key: z.string(),
  shellUser: z.string().optional().describe('Who was signed in at the shell, where it was done from there.'),
};

/** What operators do to the events of a service is itself an event of that service. */
export function operatorEvents(service: string) {
  return {
    deadLetterRetried: event(`${service}.deadletter.retried.v1`, 'deadLetterId', 'An operator had a dead event tried again.', {
      deadLetterId: id('dlt'),
      ...about,
    }),
    deadLetterSkipped: event(`${service}.deadletter.skipped.v1`, 'deadLetterId', 'An operator dropped a dead event for good.', {
      deadLetterId: id('dlt'),
      ...about,
      reason: z.string(),
    }),
    parkedKeyRetried: event(
      `${service}.parkedkey.retried.v1`,
      'eventId',
      'An operator had the first waiting event of a key tried at once.',
      about,
    ),
    projectionRefilled: event(
      `${service}.projection.refilled.v1`,
      'projection',
      "An operator had what the service keeps of others' events filled again from them.",
      {
        projection: z.string(),
        since: z.string().describe('"beginning", an offset, or an instant.'),
        reason: z.string(),
        shellUser: about.shellUser,
      },
    ),
    eventsRedelivered: event(`${service}.events.redelivered.v1`, 'group', 'An operator had events handed to a consumer group again.', {
      group: z.string(),
      topics: z.array(z.string()),
      since: z.string().describe('"beginning", or an instant.'),
      reason: z.string(),
      shellUser: about.shellUser,
    }),
  };
}
