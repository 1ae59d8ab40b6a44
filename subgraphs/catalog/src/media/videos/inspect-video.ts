import * as z from 'zod';
import type { Rejection } from '../model/media.ts';
import { MAX_PIXELS } from '../model/purposes.ts';
import type { Ffmpeg } from './ffmpeg.ts';

export interface InspectedVideo {
  readonly durationMs: number | null;
  /** As it is shown, turned upright; null where ffprobe is not installed. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** A PNG of the size of the video; null where ffmpeg is not installed, or does not know how the video is coded. */
  readonly still: Buffer | null;
}

/** The length and a still of a video that is a file here; or why it is turned down. All is unknown where FFmpeg is not installed. */
export async function inspectVideo(
  ffmpeg: Ffmpeg,
  file: string,
  { contentType, maxSeconds }: { readonly contentType: string; readonly maxSeconds: number },
): Promise<InspectedVideo | Rejection> {
  const input = inputOf(file, contentType);
  const probed = await ffmpeg.run('ffprobe', [...QUIET, ...SHOWN, ...input]);
  if (probed === 'missing') return { durationMs: null, size: null, still: null };
  const video = probed && Probed.safeParse(JSON.parse(probed.toString())).data;
  const [stream] = video?.streams ?? [];
  if (!video || !stream) return 'DAMAGED';
  const { duration: seconds } = video.format;
  if (seconds > maxSeconds || stream.width * stream.height > MAX_PIXELS) return 'TOO_LARGE';
  const still = await ffmpeg.run('ffmpeg', [...QUIET, '-nostdin', '-threads', '1', '-ss', String(stillAt(seconds)), ...input, ...ONE_PNG]);
  return {
    durationMs: Math.round(seconds * 1_000),
    size: upright(stream),
    still: still === 'missing' || still === null || still.length === 0 ? null : still,
  };
}

const QUIET = ['-v', 'error'];
const SHOWN = ['-select_streams', 'v:0', '-show_entries', 'format=duration:stream=width,height:stream_side_data=rotation', '-of', 'json'];
const ONE_PNG = ['-map', '0:v:0', '-frames:v', '1', '-c:v', 'png', '-f', 'image2pipe', 'pipe:1'];

/** Read as what it says it is and from this file alone: a playlist that names other files or hosts is no video. */
function inputOf(file: string, contentType: string): readonly string[] {
  return ['-protocol_whitelist', 'file', '-f', contentType === 'video/webm' ? 'matroska' : 'mov', '-i', `file:${file}`];
}

/** The first pictures of a video are often black. */
function stillAt(seconds: number): number {
  return Math.min(1, seconds / 2);
}

function upright({ width, height, side_data_list: sideData = [] }: z.output<typeof Stream>): {
  readonly width: number;
  readonly height: number;
} {
  const quarterTurns = sideData.reduce((turns, { rotation = 0 }) => turns + Math.round(rotation / 90), 0);
  return quarterTurns % 2 === 0 ? { width, height } : { width: height, height: width };
}

const Stream = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
});

/** What `ffprobe -of json` writes of what was asked for. */
const Probed = z.object({ format: z.object({ duration: z.coerce.number().nonnegative().max(1_000_000) }), streams: z.array(Stream) });
