import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Media } from './media.ts';

const MediaUseSchema = defineEntity({
  name: 'MediaUse',
  properties: impersonal({
    /** The id of a product, or of whatever else shows files. */
    usedBy: p.text().primary(),
    media: () => p.manyToOne(Media).primary().deleteRule('cascade').index(),
    position: p.integer(),
  }),
});

/** That something shows a file, and at which place. */
export class MediaUse extends MediaUseSchema.class {}
MediaUseSchema.setClass(MediaUse);
