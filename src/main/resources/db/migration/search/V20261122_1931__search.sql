-- What people looked for, and which words mean the same in a circle.
create schema search;

create table search.recent (
    account_id  uuid        not null,
    folded      text        not null,
    words       text        not null,
    searched_at timestamptz not null,
    primary key (account_id, folded)
);
comment on table search.recent is 'dist:account_id';

create table search.synonyms (
    circle_id   uuid        not null,
    synonyms_id uuid        not null,
    words       text[]      not null,
    made_by     uuid        not null,
    made_at     timestamptz not null,
    primary key (circle_id, synonyms_id)
);
comment on table search.synonyms is 'dist:circle_id';
alter table search.synonyms add constraint synonyms_words check (cardinality(words) between 2 and 12);
