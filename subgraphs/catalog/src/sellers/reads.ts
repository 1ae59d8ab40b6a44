import { byKey, idOf } from '@agora/platform/reading/by-key';
import { rowsOf } from '@agora/platform/reading/columns';
import { Seller } from './model.ts';

export const sellerReads = {
  /** For the seller and administrators; null too of whom nothing was heard yet. */
  standing: byKey({
    rows: rowsOf(Seller),
    key: 'userId',
    asKey: idOf('usr'),
    visible: ({ id, isAdmin }) => `seller.user_id = ${id} or ${isAdmin}`,
  }),
};
