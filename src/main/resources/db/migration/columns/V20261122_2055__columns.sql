-- Columns: posts that stand in an order, in sections, and what each member has done of them.
create schema columns;

-- The row is locked by whoever arranges the column, so that its order stays one. made_by is whom a guest expert's column belongs to.
create table columns.series (
    circle_id    uuid        not null,
    column_id    uuid        not null,
    number       bigint      not null,
    name         text        not null,
    promise      text        not null,
    cover        uuid,
    course       boolean     not null,
    published_at timestamptz,
    made_by      uuid,
    made_at      timestamptz not null,
    primary key (circle_id, column_id),
    constraint series_name check (name <> '')
);
comment on table columns.series is 'dist:circle_id';
create unique index series_by_number on columns.series (circle_id, number desc);

create table columns.counter (
    circle_id   uuid   not null primary key,
    last_number bigint not null
);
comment on table columns.counter is 'dist:circle_id';

create table columns.section (
    circle_id  uuid   not null,
    column_id  uuid   not null,
    section_id uuid   not null,
    name       text   not null,
    position   bigint not null,
    primary key (circle_id, column_id, section_id),
    constraint section_name check (name <> '')
);
comment on table columns.section is 'dist:circle_id';

-- Positions leave gaps, so that a move writes one row. Without a section an item stands before all sections.
create table columns.item (
    circle_id  uuid   not null,
    column_id  uuid   not null,
    post_id    uuid   not null,
    section_id uuid,
    position   bigint not null,
    primary key (circle_id, column_id, post_id)
);
comment on table columns.item is 'dist:circle_id';
create index item_of_post on columns.item (circle_id, post_id);

-- A post that somebody has done is done in every column it stands in.
create table columns.done (
    circle_id  uuid        not null,
    account_id uuid        not null,
    post_id    uuid        not null,
    done_at    timestamptz not null,
    primary key (circle_id, account_id, post_id)
);
comment on table columns.done is 'dist:circle_id';
