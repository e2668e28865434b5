-- Deleted accounts whose traces in other rooms are still being taken away.
create schema departures;

create table departures.departure (
    account_id uuid        not null primary key,
    words      text        not null check (words in ('stay', 'go')),
    made_at    timestamptz not null,
    next_at    timestamptz not null
);
comment on table departures.departure is 'dist:account_id';
create index departure_next_at on departures.departure (next_at);
