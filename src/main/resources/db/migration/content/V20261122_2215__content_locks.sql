-- Which rooms close a post to some of its readers, so that only these rooms are asked; and what is chosen for this post instead of
-- what its circle chose: whether its words may be carried away.
alter table content.post add column locks text[] not null default '{}';
alter table content.post add column protection boolean;
comment on column content.post.protection is 'null: as the circle';
