-- The shop's tables and their first content: 100 products in 25 categories, 2,000 reviews, 37,500 purchases of four lines.
-- Running it again changes nothing.
begin;
select pg_advisory_xact_lock(7);

create table if not exists product (
  id int primary key,
  name text not null,
  cents int not null
);
create table if not exists category_product (
  category int not null,
  product int not null references product,
  primary key (category, product)
);
create table if not exists review (
  product int not null references product,
  stars int not null
);
create table if not exists order_line (
  purchase int not null,
  product int not null references product
);
create table if not exists price_commit (
  seq bigint generated always as identity primary key,
  product int not null references product,
  cents int not null,
  committed_at timestamptz not null default clock_timestamp()
);

select setseed(0.42);

create temporary table fresh on commit drop as select not exists (select from product) as is_it;

insert into product
select n,
       (array['Blue', 'Copper', 'Folding', 'Large', 'Little', 'Oak', 'Quiet', 'Red', 'Striped', 'Woollen'])[1 + (n - 1) / 10]
         || ' ' ||
       (array['basket', 'blanket', 'chair', 'clock', 'kettle', 'lamp', 'mirror', 'shelf', 'teapot', 'vase'])[1 + (n - 1) % 10],
       500 + (random() * 9500)::int
  from generate_series(1, 100) n, fresh
 where is_it;

-- Category c shows 16 products, from number 4c-3 on and around: every product is in four categories.
insert into category_product
select c, 1 + (4 * (c - 1) + i) % 100
  from generate_series(1, 25) c, generate_series(0, 15) i, fresh
 where is_it;

insert into review
select 1 + n % 100, 1 + (random() * 4)::int
  from generate_series(1, 2000) n, fresh
 where is_it;

insert into order_line
select n / 4, 1 + floor(random() * 100)::int
  from generate_series(0, 149999) n, fresh
 where is_it;

insert into price_commit (product, cents)
select id, cents from product, fresh where is_it order by id;

create index if not exists review_of_product on review (product);
create index if not exists order_line_by_product on order_line (product, purchase);
create index if not exists order_line_by_purchase on order_line (purchase, product);
create index if not exists price_commit_of_product on price_commit (product, seq);
do $$ begin
  -- Everything is in memory: an index is worth using.
  execute format('alter database %I set random_page_cost = 1.1', current_database());
end $$;
commit;
