-- Exports of whole circles: how far each is, so that it goes on after a crash, and until when its file is kept.
create schema exports;

create table exports.run (
    circle_id uuid not null,
    run_id uuid not null,
    state text not null,
    made_at timestamptz not null,
    blinded_key bytea,
    key_check text,
    total bigint not null default 0,
    done bigint not null default 0,
    crate integer not null default 0,
    part integer not null default 0,
    after text[] not null default '{}',
    counts text not null default '{}',
    position bigint not null default 0,
    directory bigint not null default 0,
    entries bigint not null default 0,
    bytes bigint not null default 0,
    lease_until timestamptz,
    finished_at timestamptz,
    expires_at timestamptz,
    primary key (circle_id, run_id)
);
comment on table exports.run is 'dist:circle_id';
alter table exports.run add constraint run_state check (state in ('running', 'done', 'failed', 'cancelled', 'expired'));
alter table exports.run add constraint run_finished check ((state = 'running') = (finished_at is null));
alter table exports.run add constraint run_expires check (state <> 'done' or expires_at is not null);
create unique index run_one_running on exports.run (circle_id) where state = 'running';
create index run_working on exports.run (run_id) where state = 'running';
create index run_expiring on exports.run (expires_at) where state = 'done';
