-- Arriving well: what the owner sets before newcomers, and how far each of them has come.
create schema welcome;

-- Without a row: all four tasks, one's own post as the introduction, no message, and a day of patience.
create table welcome.setting (
    circle_id    uuid        not null primary key,
    tasks        text[]      not null check (tasks <@ array['profile', 'introduce', 'start', 'comment']),
    introduce_at bigint      check (introduce_at > 0),
    message      text        not null,
    message_html text        not null,
    patience     integer     not null check (patience between 1 and 168),
    changed_at   timestamptz not null
);
comment on table welcome.setting is 'dist:circle_id';

-- One row for who joined: when each thing was done first. The introduction is a post, or a comment below the post set for it;
-- answered_at is when somebody else answered it. started_at is a fact of reading.
create table welcome.newcomer (
    circle_id     uuid        not null,
    account_id    uuid        not null,
    joined_at     timestamptz not null,
    profile_at    timestamptz,
    introduced_at timestamptz,
    introduced_in bigint,
    started_at    timestamptz,
    commented_at  timestamptz,
    answered_at   timestamptz,
    away_at       timestamptz,
    primary key (circle_id, account_id),
    check ((introduced_at is null) = (introduced_in is null)),
    check (answered_at is null or introduced_at is not null)
);
comment on table welcome.newcomer is 'dist:circle_id';
create index newcomer_newest on welcome.newcomer (circle_id, joined_at desc, account_id desc);
create index newcomer_waiting on welcome.newcomer (circle_id, introduced_at, account_id)
    where introduced_at is not null and answered_at is null;
