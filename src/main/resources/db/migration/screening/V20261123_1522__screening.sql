-- Rules that look at what members are about to say. How a rule finds, and what becomes of what it finds, is chosen by the circle.
create schema screening;

create table screening.rule (
    circle_id  uuid        not null,
    rule_id    uuid        not null,
    place      bigint      not null,
    name       text        not null check (length(name) between 1 and 80),
    kind       text        not null check (kind in ('words', 'links', 'contacts', 'newcomers', 'rate', 'repetition', 'likeness')),
    verdict    text        not null check (verdict in ('tag', 'hold', 'ask', 'block')),
    said       text        not null default '' check (length(said) <= 300),
    matters    text[]      not null check (cardinality(matters) > 0 and matters <@ '{post,comment,homework,profile}'),
    spares     text[]      not null default '{}' check (spares <@ '{partner,admin,guest_expert,volunteer}'),
    words      text[]      not null default '{}' check (cardinality(words) <= 5000 and octet_length(words::text) <= 1500000),
    allowed    text[]      not null default '{}' check (cardinality(allowed) <= 5000 and octet_length(allowed::text) <= 1500000),
    contacts   text[]      not null default '{}' check (contacts <@ '{phone,wechat,qq,email}'),
    strict     boolean     not null default false,
    many       integer     not null default 0 check (many between 0 and 1000),
    minutes    integer     not null default 0 check (minutes between 0 and 20160),
    switched   boolean     not null default false,
    changed_by uuid,
    changed_at timestamptz not null,
    primary key (circle_id, rule_id)
);
comment on table screening.rule is 'dist:circle_id';

-- Counts up with every change of a circle's rules, so that what was made ready of them is known to be old.
create table screening.edition (
    circle_id uuid   not null primary key,
    number    bigint not null
);
comment on table screening.edition is 'dist:circle_id';

-- What a rule found, once for each thing; outcome is what staff thought of it.
create table screening.hit (
    circle_id  uuid        not null,
    hit_id     uuid        not null,
    rule_id    uuid        not null,
    account_id uuid        not null,
    matter     text        not null check (matter in ('post', 'comment', 'homework', 'profile')),
    about_id   uuid        not null,
    verdict    text        not null check (verdict in ('tag', 'hold', 'ask', 'block')),
    excerpt    text        not null,
    at         timestamptz not null,
    outcome    text check (outcome in ('agreed', 'disagreed')),
    primary key (circle_id, hit_id),
    unique (circle_id, rule_id, about_id),
    foreign key (circle_id, rule_id) references screening.rule (circle_id, rule_id) on delete cascade
);
comment on table screening.hit is 'dist:circle_id';
create index hit_of_rule on screening.hit (circle_id, rule_id, hit_id desc);
create index hit_about on screening.hit (circle_id, about_id);
create index hit_by on screening.hit (circle_id, account_id);
create index hit_to_forget on screening.hit (at, hit_id);

-- Who said what lately, as far as rules about pace and copies must know: no words, only what they are like.
create table screening.said (
    circle_id  uuid        not null,
    said_id    uuid        not null,
    account_id uuid        not null,
    matter     text        not null,
    about_id   uuid        not null,
    numbers    bigint[]    not null,
    at         timestamptz not null,
    primary key (circle_id, said_id)
);
comment on table screening.said is 'dist:circle_id';
create index said_by on screening.said (circle_id, account_id, matter, said_id desc);
create index said_to_forget on screening.said (at, said_id);

-- Keys by which texts that are alike are found.
create table screening.band (
    circle_id uuid    not null,
    band      bigint  not null,
    said_id   uuid    not null,
    primary key (circle_id, band, said_id),
    foreign key (circle_id, said_id) references screening.said (circle_id, said_id) on delete cascade
);
comment on table screening.band is 'dist:circle_id';
create index band_of_said on screening.band (circle_id, said_id);

-- One row for each who writes where pace counts: two texts of one writer at once wait for each other on it.
create table screening.turn (
    circle_id  uuid   not null,
    account_id uuid   not null,
    turns      bigint not null,
    primary key (circle_id, account_id)
);
comment on table screening.turn is 'dist:circle_id';

-- A rule tried on what was said lately, by a job; cursor_id is the last thing it looked at.
create table screening.trial (
    circle_id   uuid        not null,
    trial_id    uuid        not null,
    rule_id     uuid        not null,
    state       text        not null check (state in ('running', 'done', 'stopped')),
    matter      text        not null check (matter in ('post', 'comment')),
    cursor_id   uuid        not null,
    looked      bigint      not null default 0,
    found       bigint      not null default 0,
    asked_by    uuid,
    asked_at    timestamptz not null,
    ended_at    timestamptz,
    primary key (circle_id, trial_id),
    foreign key (circle_id, rule_id) references screening.rule (circle_id, rule_id) on delete cascade,
    check ((state = 'running') = (ended_at is null))
);
comment on table screening.trial is 'dist:circle_id';
create unique index trial_running on screening.trial (circle_id, rule_id) where state = 'running';
create index trial_to_do on screening.trial (asked_at, trial_id) where state = 'running';
create index trial_of_rule on screening.trial (circle_id, rule_id, trial_id desc);

-- The first things a trial found.
create table screening.sample (
    circle_id  uuid        not null,
    trial_id   uuid        not null,
    number     integer     not null,
    account_id uuid,
    matter     text        not null,
    about_id   uuid        not null,
    excerpt    text        not null,
    at         timestamptz not null,
    primary key (circle_id, trial_id, number),
    foreign key (circle_id, trial_id) references screening.trial (circle_id, trial_id) on delete cascade
);
comment on table screening.sample is 'dist:circle_id';
