import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const MediaLeftoverSchema = defineEntity({
  name: 'MediaLeftover',
  properties: impersonal({ key: p.text().primary(), removeAt: p.datetime(3).index() }),
});

/** That bytes are to be removed from where they are kept: no transaction can do that itself. */
export class MediaLeftover extends MediaLeftoverSchema.class {}
MediaLeftoverSchema.setClass(MediaLeftover);
