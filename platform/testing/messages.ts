import type { Message } from '../src/transport/bus.ts';
import { newUuid } from '../src/ids.ts';

/** A message as a relay hands it to a bus. */
export function someMessage(topic: string, key: string, data: unknown): Message {
  return {
    id: newUuid(),
    type: 'shop.parcel.moved.v1',
    topic,
    key,
    occurredAt: new Date().toISOString(),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    feeds: [`parcel:${key}`],
    data: JSON.stringify(data),
  };
}
