-- Below how many available units its seller is warned.
alter table product_variant add column low_stock_threshold int null;
alter table product_variant add constraint product_variant_low_stock_threshold_check check (low_stock_threshold >= 0);

-- Live entries say what kind of change they tell of; each is compared with the one before it.
update platform.feed set payload = payload || jsonb_build_object('kind', kind)
from (
  select feed_key, seq, case
      when available = 0 then 'SOLD_OUT'
      when before = 0 then 'BACK_IN_STOCK'
      when available > before then 'INCREASED'
      else 'DECREASED'
    end as kind
  from (
    select feed_key, seq, (payload->>'availableQuantity')::int as available,
      lag((payload->>'availableQuantity')::int) over (partition by feed_key order by seq) as before
    from platform.feed where feed_key like 'variant:%'
  ) as told
) as kinds
where feed.feed_key = kinds.feed_key and feed.seq = kinds.seq;
