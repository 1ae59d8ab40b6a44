import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { messageOf } from '@agora/platform/errors';
import type { Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import { SettingsError } from '@agora/platform/service/settings';
import { type DocumentNode, Kind, stripIgnoredCharacters } from 'graphql';
import { unknownDocuments } from '../metrics.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { watchFile } from '../watched-file.ts';

/** What becomes of a document that is not in the manifest: it is refused, answered and logged, or answered alone. */
export type TrustMode = 'enforce' | 'log' | 'off';

/** Unknown documents are named once each; after so many, no more are. */
const MAX_NAMED = 1_000;

/** The documents that the operator's own clients use, as a file lists them: each may be asked for by its id. */
export class TrustedDocuments {
  readonly mode: TrustMode;
  readonly #log: Logger;
  readonly #named = new Set<string>();
  #manifest: Manifest = new Map();
  #normalised: ReadonlySet<string> = new Set();
  #onChange = () => {};

  constructor(mode: TrustMode, log: Logger) {
    this.mode = mode;
    this.#log = log;
  }

  /** The document of an id; undefined where there is none. */
  textOf(id: string): string | undefined {
    return this.#manifest.get(id);
  }

  get texts(): readonly string[] {
    return [...this.#manifest.values()];
  }

  /** Whether a document, normalised, is in the manifest. */
  includes(normalised: string): boolean {
    return this.#normalised.has(normalised);
  }

  /** Calls `work` after each change of the manifest. */
  onChange(work: () => void): void {
    this.#onChange = work;
  }

  replace(manifest: Manifest): void {
    this.#manifest = manifest;
    this.#normalised = new Set([...manifest.values()].map((text) => stripIgnoredCharacters(text)));
    this.#onChange();
  }

  /** Says that a document is unknown, once. */
  note(normalised: string, { definitions }: DocumentNode): void {
    unknownDocuments.inc();
    if (this.mode !== 'log' || this.#named.size >= MAX_NAMED) return;
    const hash = createHash('sha256').update(normalised).digest('hex');
    if (this.#named.has(hash)) return;
    this.#named.add(hash);
    const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)?.name?.value ?? null;
    this.#log.warn({ hash, operation }, 'A document is not in the manifest.');
    if (this.#named.size === MAX_NAMED) this.#log.warn('That many documents are not in the manifest that no more are named.');
  }
}

/** Reads the manifest, and again whenever the file changes; a broken one is refused at first, and later leaves the one before in place. */
export async function openTrustedDocuments(file: string, mode: TrustMode, log: Logger): Promise<TrustedDocuments & Stoppable> {
  const trusted = new TrustedDocuments(mode, log);
  const failed = (error: unknown) =>
    log.warn({ file, reason: messageOf(error) }, 'The manifest of documents cannot be taken; the one before stays.');
  const changed = (text: string) => {
    try {
      trusted.replace(readManifest(text));
    } catch (error) {
      return failed(error);
    }
    log.info({ file, documents: trusted.texts.length }, 'The manifest of documents was taken.');
  };
  const watch = await watchFile(file, log, { changed, failed });
  try {
    trusted.replace(readManifest(await readFile(file, 'utf8')));
  } catch (error) {
    await watch.stop();
    throw new SettingsError([`DOCUMENTS: ${file} cannot be taken: ${messageOf(error)}`]);
  }
  return Object.assign(trusted, { stop: () => watch.stop() });
}
