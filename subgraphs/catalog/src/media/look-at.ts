import { buffer } from 'node:stream/consumers';
import type { MediaTask } from './commands/claim-media.ts';
import type { Found, Rejection } from './model/media.ts';
import { TEXT_TYPES } from './model/purposes.ts';
import { inspectPicture } from './pictures/inspect-picture.ts';
import { incomingKey, type MediaStore, shownKey } from './storage/media-store.ts';

/** Looks at the bytes of a file and keeps it as it is shown; or says why it is turned down. */
export function lookAt(store: MediaStore, task: MediaTask): Promise<Found | Rejection> {
  return task.kind === 'IMAGE' ? lookAtPicture(store, task) : lookAtOther(store, task);
}

async function lookAtPicture(store: MediaStore, { id, contentType, byteSize }: MediaTask): Promise<Found | Rejection> {
  const bytes = await incoming(store, id, byteSize);
  if (!bytes) return 'DAMAGED';
  const wrong = await mismatch(bytes, contentType);
  if (wrong) return wrong;
  const inspected = await inspectPicture(bytes, contentType);
  if (typeof inspected === 'string') return inspected;
  await store.write(shownKey(id), inspected.bytes, contentType);
  return inspected.found;
}

/** Null where it is not as large as was said. */
async function incoming(store: MediaStore, id: string, byteSize: number): Promise<Buffer | null> {
  const key = incomingKey(id);
  return (await store.sizeOf(key)) === byteSize ? buffer(await store.read(key)) : null;
}

const HEAD_BYTES = 65_536;
const TAIL_BYTES = 1_024;

/** It is moved first, so that nobody who still has the link puts other bytes under what was looked at. */
async function lookAtOther(store: MediaStore, { id, contentType, byteSize }: MediaTask): Promise<Found | Rejection> {
  const key = shownKey(id);
  await store.move(incomingKey(id), key);
  if ((await store.sizeOf(key)) !== byteSize) return 'DAMAGED';
  const head = await buffer(await store.read(key, { start: 0, end: Math.min(HEAD_BYTES, byteSize) - 1 }));
  const wrong = await mismatch(head, contentType);
  if (wrong) return wrong;
  if (contentType === 'application/pdf') {
    const tail = await buffer(await store.read(key, { start: Math.max(0, byteSize - TAIL_BYTES), end: byteSize - 1 }));
    const wrongEnd = wrongEndOfPdf(tail.toString('latin1'));
    if (wrongEnd) return wrongEnd;
  }
  return { byteSize, width: null, height: null, thumbhash: null };
}

/** Another file may hang behind a PDF: what opens it as that one finds a program. */
function wrongEndOfPdf(tail: string): Rejection | null {
  const end = tail.lastIndexOf('%%EOF');
  if (end === -1) return 'DAMAGED';
  return tail.slice(end + '%%EOF'.length).trim() === '' ? null : 'UNSAFE';
}

/** An animated PNG is one. */
const SAME: Readonly<Record<string, string>> = { 'image/apng': 'image/png' };

async function mismatch(head: Buffer, contentType: string): Promise<Rejection | null> {
  const { fileTypeFromBuffer } = await import('file-type');
  const mime = (await fileTypeFromBuffer(head))?.mime;
  if (mime === undefined && TEXT_TYPES.includes(contentType)) return RUNS.test(head.subarray(0, 512).toString('latin1')) ? 'UNSAFE' : null;
  if (mime !== undefined && (SAME[mime] ?? mime) === contentType) return null;
  return RUNS.test(head.subarray(0, 512).toString('latin1')) ? 'UNSAFE' : 'TYPE_MISMATCH';
}

/** How markup, scripts and programs begin. */
const RUNS = /^(\xef\xbb\xbf)?\s*(<[!?a-z]|#!)|^(MZ|\x7fELF|\xfe\xed\xfa|\xcf\xfa\xed\xfe)/i;
