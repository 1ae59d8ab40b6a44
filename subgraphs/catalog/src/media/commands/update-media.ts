import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import type { Actor } from '@agora/platform/security/actor';
import { MediaUpdated } from '@agora/schema/events/catalog';
import type { AltTexts } from '../model/media.ts';
import { ownMedia } from './own-media.ts';

/** What is absent stays; null clears. */
export interface MediaChanges {
  readonly altTexts?: AltTexts | undefined;
  readonly focalPoint?: { readonly x: number; readonly y: number } | null | undefined;
}

/** @throws NOT_FOUND. */
export async function updateMedia(em: EntityManager, actor: Actor, mediaId: string, changes: MediaChanges): Promise<void> {
  await transaction(em, async (tx) => {
    const media = await ownMedia(tx, actor, mediaId);
    if (changes.altTexts) media.altTexts = changes.altTexts;
    if (changes.focalPoint !== undefined) {
      media.focalX = changes.focalPoint?.x ?? null;
      media.focalY = changes.focalPoint?.y ?? null;
    }
    await announce(tx, MediaUpdated, { mediaId, ownerId: media.ownerId, purpose: media.purpose });
  });
}
