-- The tax number of who asks to be verified, sealed; that of a business stands so in the details of its profile.
alter table seller_verification add column sealed_tax_id text null;
