import type { Readable } from 'node:stream';
import * as sdk from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { S3Config } from '../../config.ts';
import { type AwaitedBytes, type ByteRange, incomingKey, type MediaStore } from './media-store.ts';

const CONNECTS_WITHIN_MS = 5_000;
/** A large file takes its time to be copied. */
const ANSWERS_WITHIN_MS = 60_000;
/** S3 takes no smaller ones than 5 MiB. */
const PART_BYTES = 8 * 1024 * 1024;

/** Keeps bytes as objects of a bucket, to which clients put theirs directly. */
export class S3Store implements MediaStore {
  readonly #s3: sdk.S3Client;
  /** Signs for the address at which clients reach it. */
  readonly #signer: sdk.S3Client;
  readonly #bucket: string;

  constructor({ bucket, region, endpoint, publicEndpoint, credentials }: S3Config) {
    const clientAt = (url: string | undefined) =>
      new sdk.S3Client({
        region,
        // Servers at an address of their own have no host name for each bucket.
        ...(url !== undefined && { endpoint: url, forcePathStyle: true }),
        ...(credentials && { credentials }),
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
        requestHandler: { connectionTimeout: CONNECTS_WITHIN_MS, requestTimeout: ANSWERS_WITHIN_MS },
      });
    this.#bucket = bucket;
    this.#s3 = clientAt(endpoint);
    this.#signer = clientAt(publicEndpoint ?? endpoint);
  }

  /** Size and type are signed too: the store refuses any other. */
  async uploadUrl({ mediaId, byteSize, contentType, endsAt }: AwaitedBytes): Promise<string> {
    const put = new sdk.PutObjectCommand({ ...this.#at(incomingKey(mediaId)), ContentLength: byteSize, ContentType: contentType });
    const expiresIn = Math.max(1, Math.ceil((endsAt.getTime() - Date.now()) / 1000));
    return getSignedUrl(this.#signer, put, { expiresIn, signableHeaders: new Set(['host', 'content-length', 'content-type']) });
  }

  async sizeOf(key: string): Promise<number | null> {
    try {
      return (await this.#s3.send(new sdk.HeadObjectCommand(this.#at(key)))).ContentLength ?? null;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const { Body } = await this.#s3.send(
      new sdk.GetObjectCommand({ ...this.#at(key), ...(range && { Range: `bytes=${range.start}-${range.end}` }) }),
    );
    if (!isStream(Body)) throw new Error(`${key} was answered without bytes.`);
    return Body;
  }

  async write(key: string, bytes: Buffer, contentType: string): Promise<void> {
    await this.#s3.send(new sdk.PutObjectCommand({ ...this.#at(key), Body: bytes, ContentType: contentType }));
  }

  /** In parts, of which one at a time is in memory. */
  async receive(key: string, bytes: AsyncIterable<Buffer>, contentType: string): Promise<void> {
    const { UploadId } = await this.#s3.send(new sdk.CreateMultipartUploadCommand({ ...this.#at(key), ContentType: contentType }));
    const upload = { ...this.#at(key), UploadId };
    const Parts: sdk.CompletedPart[] = [];
    try {
      for await (const Body of inParts(bytes)) {
        const PartNumber = Parts.length + 1;
        const { ETag } = await this.#s3.send(new sdk.UploadPartCommand({ ...upload, PartNumber, Body }));
        Parts.push({ PartNumber, ETag });
      }
      await this.#s3.send(new sdk.CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    } catch (error) {
      await this.#s3.send(new sdk.AbortMultipartUploadCommand(upload));
      throw error;
    }
  }

  async move(from: string, to: string): Promise<void> {
    try {
      await this.#s3.send(new sdk.CopyObjectCommand({ ...this.#at(to), CopySource: `${this.#bucket}/${from}` }));
    } catch (error) {
      if (!isMissing(error)) throw error;
      return;
    }
    await this.#s3.send(new sdk.DeleteObjectCommand(this.#at(from)));
  }

  async remove(key: string): Promise<void> {
    await this.#s3.send(new sdk.DeleteObjectCommand(this.#at(key)));
    for (;;) {
      const { Contents = [] } = await this.#s3.send(new sdk.ListObjectsV2Command({ Bucket: this.#bucket, Prefix: `${key}/` }));
      if (Contents.length === 0) return;
      const Objects = Contents.map(({ Key }) => ({ Key }));
      await this.#s3.send(new sdk.DeleteObjectsCommand({ Bucket: this.#bucket, Delete: { Objects, Quiet: true } }));
    }
  }

  /** An object is there whole, or not at all. */
  removeDrafts(): Promise<void> {
    return Promise.resolve();
  }

  #at(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#bucket, Key: key };
  }
}

/** All but the last as large as a part has to be; one where nothing comes. */
async function* inParts(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  let isFirst = true;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PART_BYTES) continue;
    yield Buffer.concat(waiting);
    [waiting, size, isFirst] = [[], 0, false];
  }
  if (size > 0 || isFirst) yield Buffer.concat(waiting);
}

function isMissing(error: unknown): boolean {
  return error instanceof sdk.S3ServiceException && error.$metadata.httpStatusCode === 404 && error.name !== 'NoSuchBucket';
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && 'pipe' in body;
}
