-- Files that are made by and by to be taken away. slot is the circle for an owner's kind and the account for a member's: of each
-- kind one is made at a time there. bytes, directory_bytes and entries say what counts of the parts on disk.
create schema takeaway;

create table takeaway.run (
    circle_id       uuid        not null,
    run_id          uuid        not null,
    kind            text        not null,
    slot            uuid        not null,
    wish            text        not null default '',
    file_name       text        not null,
    state           text        not null check (state in ('running', 'done', 'stopped', 'failed', 'expired')),
    reason          text        check (reason in ('no_right', 'trouble')),
    made_by         uuid        not null,
    made_at         timestamptz not null,
    cursor          text        not null default '',
    done            bigint      not null default 0,
    total           bigint      not null default 0,
    bytes           bigint      not null default 0,
    directory_bytes bigint      not null default 0,
    entries         bigint      not null default 0,
    failures        integer     not null default 0,
    lease_until     timestamptz,
    finished_at     timestamptz,
    expires_at      timestamptz,
    cleared         boolean     not null default false,
    primary key (circle_id, run_id),
    check ((state = 'running') = (finished_at is null)),
    check ((state = 'running') = (expires_at is null)),
    check ((state = 'failed') = (reason is not null))
);
comment on table takeaway.run is 'dist:circle_id';
create unique index run_at_a_time on takeaway.run (circle_id, kind, slot) where state = 'running';
create index run_of_slot on takeaway.run (circle_id, slot, run_id);
create index run_by on takeaway.run (circle_id, made_by);
create index run_over on takeaway.run (expires_at, run_id) where not cleared;
