-- The page of highlights: which candidates the staff have put aside.
create schema highlights;

create table highlights.dismissed (
    circle_id uuid        not null,
    post_id   uuid        not null,
    made_by   uuid,
    made_at   timestamptz not null,
    primary key (circle_id, post_id)
);
comment on table highlights.dismissed is 'dist:circle_id';
create index dismissed_by on highlights.dismissed (circle_id, made_by) where made_by is not null;
