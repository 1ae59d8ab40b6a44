import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import type { Actor } from '@agora/platform/security/actor';
import { MediaUpdated } from '@agora/schema/events/catalog';
import type { AltTexts, Media } from '../model/media.ts';
import { focusOf } from '../pictures/rendition.ts';
import { cutKeys } from '../storage/media-store.ts';
import { leaveToRemove } from './leave-to-remove.ts';
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
    if (changes.focalPoint !== undefined) await focus(tx, media, changes.focalPoint);
    await announce(tx, MediaUpdated, { mediaId, ownerId: media.ownerId, purpose: media.purpose });
  });
}

/** Nobody is shown any more what lies round another point. */
async function focus(tx: EntityManager, media: Media, point: { readonly x: number; readonly y: number } | null): Promise<void> {
  const before = cutRound(media);
  media.focalX = point?.x ?? null;
  media.focalY = point?.y ?? null;
  if (!isDeepStrictEqual(before, cutRound(media))) await leaveToRemove(tx, cutKeys(media.id, before), new Date());
}

function cutRound({ focalX, focalY }: Media) {
  return focusOf({ fit: 'COVER', focalX, focalY });
}
