import { codeOf } from '@agora/platform/database/database-errors';
import { sentences } from '../sentences.ts';
import { unreadable } from './file-row.ts';

/** The text of bytes in UTF-8, without its mark. @throws Unreadable for bytes in another encoding, and for what is no text. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const textOf = (chunk?: Uint8Array) => textIn(() => decoder.decode(chunk, { stream: chunk !== undefined }));
  for await (const chunk of bytes) {
    const text = textOf(chunk);
    if (text !== '') yield text;
  }
  const rest = textOf();
  if (rest !== '') yield rest;
}

function textIn(decode: () => string): string {
  let text: string;
  try {
    text = decode();
  } catch (error) {
    if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw unreadable(1, sentences.notUtf8);
    throw error;
  }
  if (text.includes('\0')) throw unreadable(1, sentences.notUtf8);
  return text;
}
