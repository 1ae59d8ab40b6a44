-- Categories are a tree with an order. The path of one holds the ids from the top down to itself, so that all above it, all below it
-- and how deep it is are read without recursion; name and description are in the language of the locale.
alter table category
  add column locale text not null default 'en',
  add column description text null,
  add column path text[] not null default '{}',
  add column position int not null default 0,
  add column version int not null default 1;

with recursive placed as (
  select id, array[id] as path from category where parent_id is null
  union all
  select category.id, placed.path || category.id from placed join category on category.parent_id = placed.id
)
update category set path = placed.path from placed where placed.id = category.id;

update category set position = placed.position
from (select id, row_number() over (partition by parent_id order by name, id) - 1 as position from category) placed
where placed.id = category.id;

-- What came with the first migration had no Portuguese.
update category set translations = jsonb_build_object('pt', jsonb_build_object('name', portuguese.name)) || translations
from (values
  ('cat_0dd2k09d8hbf8vtaa9r9h4ej8t', 'Animais'),
  ('cat_0ngapd2gyhc2fr76r1qf3ff5bh', 'Cerâmica'),
  ('cat_0fs6nfdgr1z0mcqzzqrqv9typk', 'Artesanato'),
  ('cat_0668vga6kjm1vdpyqav580vw19', 'Eletrônicos'),
  ('cat_0ymzzttpwbnzdmv5x1kx1eb30c', 'Alimentos e bebidas'),
  ('cat_03cqzn06f6z12tdanyv7ggvanp', 'Móveis'),
  ('cat_0zfrw10p8c7c1f3zs309xrx7cq', 'Jardim'),
  ('cat_0acgndvhvbsdnwf5x23qq4thwz', 'Iluminação')
) portuguese (id, name)
where portuguese.id = category.id;

alter table category
  alter column locale drop default,
  alter column path drop default,
  alter column position drop default,
  alter column version drop default;

create index category_parent_id_position_id_index on category (parent_id, position, id);
create index category_path_index on category using gin (path);
