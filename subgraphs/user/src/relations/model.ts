import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from '../accounts/model/account.ts';

const BlockSchema = defineEntity({
  name: 'Block',
  indexes: [{ properties: ['account', 'blockedAt', 'blocked'] }],
  properties: personal('account', {
    account: () => p.manyToOne(Account).primary(),
    blocked: () => p.manyToOne(Account).primary(),
    blockedAt: p.datetime(3),
  }),
});

/** That an account and one that it has blocked are kept apart. */
export class Block extends BlockSchema.class {}
BlockSchema.setClass(Block);

const MuteSchema = defineEntity({
  name: 'Mute',
  indexes: [
    { properties: ['account', 'mutedAt', 'muted'] },
    { name: 'mute_until_index', properties: ['until'], where: 'until is not null' },
  ],
  properties: personal('account', {
    account: () => p.manyToOne(Account).primary(),
    muted: () => p.manyToOne(Account).primary(),
    mutedAt: p.datetime(3),
    /** Null: until its owner ends it. */
    until: p.datetime(3).nullable(),
  }),
});

/** That an account does not want to read what another one writes, nor be told of it. */
export class Mute extends MuteSchema.class {}
MuteSchema.setClass(Mute);

const NoteSchema = defineEntity({
  name: 'Note',
  properties: personal('account', {
    account: () => p.manyToOne(Account).primary(),
    about: () => p.manyToOne(Account).primary(),
    text: p.text(),
  }),
});

/** What an account keeps in mind about another one. */
export class Note extends NoteSchema.class {}
NoteSchema.setClass(Note);
