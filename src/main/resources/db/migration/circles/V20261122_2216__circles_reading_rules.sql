-- What an owner chooses about reading: whether words are protected, and how far back members read while they are new.
alter table circles.circle add column protection boolean not null default false;
alter table circles.circle add column newcomer_days integer check (newcomer_days between 7 and 100);
alter table circles.circle add column newcomer_before integer check (newcomer_before between 0 and 365);
alter table circles.circle add column newcomer_since timestamptz;
alter table circles.circle add constraint circle_newcomers
  check ((newcomer_days is null) = (newcomer_before is null) and (newcomer_days is null) = (newcomer_since is null));
