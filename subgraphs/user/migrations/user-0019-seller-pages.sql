-- What sellers show of their shop; who has not said anything yet has no row.
create table seller_page (
  account_id text not null,
  store_name text null,
  tagline text null,
  about text null,
  location text null,
  country_code text null,
  contact_email text null,
  contact_phone text null,
  shipping_policy text null,
  return_policy text null,
  is_on_vacation boolean not null,
  vacation_message text null,
  version int not null,
  primary key (account_id),
  constraint seller_page_account_id_foreign foreign key (account_id) references account (id) on update cascade on delete cascade
);

-- Since when somebody sells, and is verified; of those who came before as far as it is known.
alter table account add column seller_since timestamptz(3) null;
update account set seller_since = created_at where roles @> '{SELLER}';

alter table profile add column verified_seller_at timestamptz(3) null;
update profile set verified_seller_at = coalesce(
  (select max(decided_at) from seller_verification where seller_verification.account_id = profile.account_id and status = 'APPROVED'),
  updated_at
) where is_verified_seller;
