import { spawn } from 'node:child_process';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { codeOf } from '@agora/platform/database/database-errors';
import { FileTooHard } from '../file-too-hard.ts';

const TIMEOUT_MS = 20_000;
/** A still as PNG of the most pixels that a video may have stays below it. */
const MAX_OUTPUT_BYTES = 200_000_000;

/** Programs of FFmpeg (https://ffmpeg.org) that look at videos. */
export class Ffmpeg {
  readonly #folder: string | undefined;

  /** Without a folder they are looked for along PATH. */
  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  /**
   * What the program writes; `missing` where it is not installed, and null where it ends with an error.
   * It sees nothing of our environment, and is ended after 20 seconds.
   * @throws FileTooHard where it takes longer, or writes too much.
   */
  async run(program: 'ffprobe' | 'ffmpeg', args: readonly string[]): Promise<Buffer | null | 'missing'> {
    const command = this.#folder === undefined ? program : path.join(this.#folder, program);
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env['PATH'] } });
    const ended = new Promise<number | null | 'missing'>((resolve, reject) => {
      child.once('error', (error) => (codeOf(error) === 'ENOENT' ? resolve('missing') : reject(error)));
      child.once('close', (code) => resolve(code));
    });
    const end = () => child.kill('SIGKILL');
    const timer = setTimeout(end, TIMEOUT_MS);
    let bytes = 0;
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > MAX_OUTPUT_BYTES) end();
    });
    try {
      const [code, output] = await Promise.all([ended, buffer(child.stdout)]);
      if (code === 'missing') return code;
      if (child.signalCode === 'SIGKILL') throw new FileTooHard(`${program} takes too long, or writes too much.`);
      return code === 0 ? output : null;
    } finally {
      clearTimeout(timer);
    }
  }
}
