import type { Bind } from './reader.ts';

/** The pattern of `like` for what begins with a text, whatever signs of patterns are in that. */
export function beginningWith(text: string, bind: Bind): string {
  return `${bind(`${text.replace(/[\\%_]/g, '\\$&')}%`)}::text`;
}
