import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ViewerSchema = defineEntity({
  name: 'Viewer',
  properties: personal('userId', { userId: p.text().primary(), isPersonalised: p.boolean() }),
});

/** Catalog's own copy of whether what somebody looks at may be used to choose what to show them; it may of whom nothing was heard. */
export class Viewer extends ViewerSchema.class {}
ViewerSchema.setClass(Viewer);
