-- What waits for a decision of the staff: held by a rule, reported by members, or changed after staff asked for it. One row for a thing until it is decided.
create schema review;

create table review.item (
    circle_id uuid not null,
    item_id uuid not null,
    kind text not null,
    thing_id uuid not null,
    author_id uuid,
    about_admin boolean not null,
    held boolean not null,
    matter text,
    rules uuid[] not null,
    reports integer not null,
    mended boolean not null,
    risk integer not null,
    state text not null,
    turn integer not null,
    opened_at timestamptz not null,
    seen_by uuid,
    seen_until timestamptz,
    fate text,
    measure text,
    reason text not null,
    mute_days integer,
    decided_by uuid,
    decided_at timestamptz,
    strike_id uuid,
    ruling_id uuid,
    reversed_by uuid,
    reversed_at timestamptz,
    primary key (circle_id, item_id),
    constraint item_risk check (risk between 0 and 3),
    constraint item_state check (state in ('open', 'asked', 'decided')),
    constraint item_fate check (fate in ('keep', 'ask', 'hide', 'delete')),
    constraint item_measure check (measure in ('none', 'warn', 'mute', 'remove')),
    constraint item_decided check ((state = 'open') = (decided_at is null)),
    constraint item_how check ((decided_at is null) = (fate is null) and (fate is null) = (measure is null)),
    constraint item_reversed check (reversed_at is null or state = 'decided'),
    constraint item_seen check ((seen_by is null) = (seen_until is null))
);
comment on table review.item is 'dist:circle_id';
create unique index item_once on review.item (circle_id, kind, thing_id) where state <> 'decided';
create index item_waiting on review.item (circle_id, (3 - risk), opened_at, item_id) where state = 'open';
create index item_held on review.item (circle_id, (3 - risk), opened_at, item_id) where state = 'open' and held;
create index item_reported on review.item (circle_id, (3 - risk), opened_at, item_id) where state = 'open' and reports > 0;
create index item_asked on review.item (circle_id, (3 - risk), opened_at, item_id) where state = 'asked';
create index item_decided on review.item (circle_id, decided_at desc, item_id desc) where state = 'decided';
create index item_of_thing on review.item (circle_id, kind, thing_id, item_id desc);
create index item_of_author on review.item (circle_id, author_id, item_id desc);
