import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const KnownFileSchema = defineEntity({
  name: 'KnownFile',
  properties: personal('ownerId', { id: p.text().primary(), ownerId: p.text(), purpose: p.text(), kind: p.text() }),
});

/** This service's own copy of which files can be shown, so that using one asks nobody. */
export class KnownFile extends KnownFileSchema.class {}
KnownFileSchema.setClass(KnownFile);
