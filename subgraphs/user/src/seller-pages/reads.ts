import { prefixOf } from '@agora/platform/ids';
import { type AsKey, byKey, idOf } from '@agora/platform/reading/by-key';
import { boolean, columnsOf, nullable, number, type RowOf, text } from '@agora/platform/reading/columns';
import { Account } from '../accounts/model/account.ts';
import { Profile } from '../profiles/model/profile.ts';
import { SellerPage } from './model/seller-page.ts';
import { accountIdOf } from './model/seller-id.ts';

const pages = {
  from: `account join profile on profile.account_id = account.id left join seller_page on seller_page.account_id = account.id`,
  columns: {
    accountId: text('account.id'),
    storeName: text('coalesce(seller_page.store_name, account.display_name)'),
    ...columnsOf(
      SellerPage,
      'tagline',
      'about',
      'logoId',
      'bannerId',
      'location',
      'contactEmail',
      'contactPhone',
      'shippingPolicy',
      'returnPolicy',
      'vacationMessage',
    ),
    countryCode: nullable(text('seller_page.country_code')),
    isOnVacation: boolean('coalesce(seller_page.is_on_vacation, false)'),
    isVerified: columnsOf(Profile, 'isVerifiedSeller').isVerifiedSeller,
    verifiedAt: columnsOf(Profile, 'verifiedSellerAt').verifiedSellerAt,
    createdAt: columnsOf(Account, 'sellerSince').sellerSince,
    version: number('coalesce(seller_page.version, 1)'),
  },
};

export type SellerPageRow = RowOf<typeof pages>;

/** The account whose page that is; null for what is no seller's id. */
const accountOfSeller: AsKey = (asked) => (prefixOf(asked) === 'sel' ? accountIdOf(asked) : null);

const sells = () => `account.roles @> '{SELLER}'`;

export const sellerPageReads = {
  seller: byKey({ rows: pages, key: 'accountId', asKey: accountOfSeller, visible: sells }),
  sellerOf: byKey({ rows: pages, key: 'accountId', asKey: idOf('usr'), visible: sells }),
};
