import type { Message } from '../transport/bus.ts';

/** Events of one topic and key stay in order. */
export function keyOf({ topic, key }: Pick<Message, 'topic' | 'key'>): string {
  return `${topic} ${key}`;
}
