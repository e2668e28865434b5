-- What people looked for.
create schema search;

create table search.recent (
    account_id  uuid        not null,
    folded      text        not null,
    words       text        not null,
    searched_at timestamptz not null,
    primary key (account_id, folded)
);
comment on table search.recent is 'dist:account_id';
