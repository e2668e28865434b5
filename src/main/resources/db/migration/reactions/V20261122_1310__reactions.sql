-- One reaction of a member to a post or a comment; the insert decides, the counters follow the rows.
create schema reactions;

create table reactions.reaction (
    circle_id  uuid        not null,
    target_id  uuid        not null,
    account_id uuid        not null,
    kind       text        not null check (kind in ('like', 'love', 'laugh', 'cheer', 'think', 'thanks')),
    made_at    timestamptz not null,
    primary key (circle_id, target_id, account_id)
);
comment on table reactions.reaction is 'dist:circle_id';
create index reaction_by_account on reactions.reaction (circle_id, account_id, target_id);

create table reactions.tally (
    circle_id uuid   not null,
    target_id uuid   not null,
    kind      text   not null,
    count     bigint not null,
    primary key (circle_id, target_id, kind),
    check (count >= 0)
);
comment on table reactions.tally is 'dist:circle_id';
