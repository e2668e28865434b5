-- A rule may also spare whoever wears one of these member tags.
alter table screening.rule add column spared_tags uuid[] not null default '{}' check (cardinality(spared_tags) <= 20);
