-- Rules that look at what members are about to say. How a rule finds, and what becomes of what it finds, is chosen by the circle.
create schema screening;

create table screening.rule (
    circle_id  uuid        not null,
    rule_id    uuid        not null,
    place      bigint      not null,
    name       text        not null check (length(name) between 1 and 80),
    kind       text        not null check (kind in ('words', 'links', 'contacts', 'newcomers', 'rate', 'repetition', 'likeness')),
    verdict    text        not null check (verdict in ('tag', 'hold', 'ask', 'block')),
    risk       integer     not null check (risk between 0 and 3),
    said       text        not null default '' check (length(said) <= 400),
    matters    text[]      not null check (cardinality(matters) > 0 and matters <@ '{post,comment,homework,profile}'),
    spares     text[]      not null default '{}',
    words      text[]      not null default '{}',
    allowed    text[]      not null default '{}',
    strict     boolean     not null default false,
    many       integer     not null default 0 check (many >= 0),
    minutes    integer     not null default 0 check (minutes >= 0),
    switched   boolean     not null default false,
    made_by    uuid        not null,
    made_at    timestamptz not null,
    changed_at timestamptz not null,
    hits       bigint      not null default 0,
    agreed     bigint      not null default 0,
    disagreed  bigint      not null default 0,
    primary key (circle_id, rule_id)
);
comment on table screening.rule is 'dist:circle_id';

-- Counts up with every change of a circle's rules, so that what was made ready of them is known to be old.
create table screening.edition (
    circle_id uuid   not null primary key,
    number    bigint not null
);
comment on table screening.edition is 'dist:circle_id';
