import { allByKey, byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { Visibility } from '@agora/platform/reading/reader';
import { Address } from './model/address.ts';

const addresses = rowsOf(Address);

export type AddressRow = RowOf<typeof addresses>;

/** Nobody's but the owner's, not even an administrator's. */
const isOwn: Visibility = ({ id }) => `address.account_id = ${id}`;

export const addressReads = {
  address: byKey({ rows: addresses, key: 'id', asKey: idOf('adr'), visible: isOwn }),
  addressesOf: allByKey({
    rows: addresses,
    key: 'accountId',
    asKey: idOf('usr'),
    visible: isOwn,
    order: '(address.is_default_shipping or address.is_default_billing) desc, address.created_at desc, address.id desc',
  }),
};
