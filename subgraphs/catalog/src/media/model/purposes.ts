export const MEDIA_PURPOSES = ['PRODUCT', 'AVATAR', 'DOCUMENT', 'IMPORT', 'REVIEW'] as const;
export type MediaPurpose = (typeof MEDIA_PURPOSES)[number];

export const MEDIA_KINDS = ['IMAGE', 'VIDEO', 'DOCUMENT'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

interface Rules {
  /** Whether everybody may read such files, or their owner and administrators alone. */
  readonly isPublic: boolean;
  /** The most bytes of each MIME type that is allowed. */
  readonly maxBytes: Readonly<Record<string, number>>;
  /** The longest that a video may be, where its length can be told. */
  readonly maxSeconds?: number;
}

const MB = 1_000_000;
export const MAX_PIXELS = 50_000_000;

const of = (maxBytes: number, ...types: readonly string[]) => Object.fromEntries(types.map((type) => [type, maxBytes]));

/** What no bytes of a file say that it is. */
export const TEXT_TYPES: readonly string[] = ['text/csv', 'application/jsonl', 'application/x-ndjson'];

/** What a file may be, by what it is uploaded for. */
export const PURPOSES: Readonly<Record<MediaPurpose, Rules>> = {
  PRODUCT: {
    isPublic: true,
    maxBytes: {
      ...of(20 * MB, 'image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'),
      ...of(200 * MB, 'video/mp4', 'video/webm'),
    },
    maxSeconds: 300,
  },
  AVATAR: { isPublic: true, maxBytes: of(5 * MB, 'image/jpeg', 'image/png', 'image/webp', 'image/avif') },
  REVIEW: {
    isPublic: true,
    maxBytes: {
      ...of(20 * MB, 'image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'),
      ...of(50 * MB, 'video/mp4', 'video/webm'),
    },
    maxSeconds: 60,
  },
  DOCUMENT: { isPublic: false, maxBytes: of(20 * MB, 'application/pdf', 'image/jpeg', 'image/png') },
  IMPORT: { isPublic: false, maxBytes: of(50 * MB, ...TEXT_TYPES) },
};

export function kindOf(contentType: string): MediaKind {
  if (contentType.startsWith('image/')) return 'IMAGE';
  return contentType.startsWith('video/') ? 'VIDEO' : 'DOCUMENT';
}
