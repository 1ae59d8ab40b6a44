import { personal } from '../database/personal-data.ts';
import { defineEntity, p } from '@mikro-orm/postgresql';

const RELATIONS = ['BLOCK', 'MUTE'] as const;
export type Relation = (typeof RELATIONS)[number];

const AversionSchema = defineEntity({
  name: 'Aversion',
  properties: personal('accountId', {
    accountId: p.text().primary(),
    otherId: p.text().primary(),
    relation: p.enum(RELATIONS).primary(),
    /** Null: until user says that it has ended. */
    until: p.datetime(3).nullable(),
  }),
});

/** That somebody has blocked or muted somebody else, as user has said it. */
export class Aversion extends AversionSchema.class {}
AversionSchema.setClass(Aversion);
