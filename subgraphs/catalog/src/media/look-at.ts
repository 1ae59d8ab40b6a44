import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { MediaTask } from './commands/claim-media.ts';
import { type Found, NOTHING_TO_SEE, type Rejection } from './model/media.ts';
import { PURPOSES, TEXT_TYPES } from './model/purposes.ts';
import { inspectPicture } from './pictures/inspect-picture.ts';
import { incomingKey, type MediaStore, POSTER, POSTER_TYPE, shownKey } from './storage/media-store.ts';
import type { Ffmpeg } from './videos/ffmpeg.ts';
import { inspectVideo } from './videos/inspect-video.ts';

/** Looks at the bytes of a file and keeps it as it is shown; or says why it is turned down. */
export async function lookAt(store: MediaStore, ffmpeg: Ffmpeg, task: MediaTask): Promise<Found | Rejection> {
  if (task.kind === 'IMAGE') return lookAtPicture(store, task);
  const wrong = await lookAtOther(store, task);
  if (wrong) return wrong;
  return task.kind === 'VIDEO' ? lookIntoVideo(store, ffmpeg, task) : { ...NOTHING_TO_SEE, byteSize: task.byteSize };
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
async function lookAtOther(store: MediaStore, { id, contentType, byteSize }: MediaTask): Promise<Rejection | null> {
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
  return null;
}

/** A copy is looked into: what is a bucket's is no file of this machine. */
async function lookIntoVideo(store: MediaStore, ffmpeg: Ffmpeg, task: MediaTask): Promise<Found | Rejection> {
  const { id, contentType, byteSize, purpose } = task;
  const folder = await mkdtemp(path.join(tmpdir(), 'agora-video-'));
  try {
    const file = path.join(folder, 'video');
    await pipeline(await store.read(shownKey(id)), createWriteStream(file));
    const inspected = await inspectVideo(ffmpeg, file, { contentType, maxSeconds: PURPOSES[purpose].maxSeconds ?? 0 });
    if (typeof inspected === 'string') return inspected;
    const { size, still, durationMs } = inspected;
    const picture = still && (await inspectPicture(still, POSTER_TYPE));
    if (!picture || typeof picture === 'string') return { ...NOTHING_TO_SEE, ...size, byteSize, durationMs };
    await store.write(shownKey(id, POSTER), picture.bytes, POSTER_TYPE);
    return { ...picture.found, byteSize, durationMs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
