create index cart_guest_updated_at_index on cart (updated_at) where token_hash is not null;
