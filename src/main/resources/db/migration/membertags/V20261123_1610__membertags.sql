-- What staff know of members, in words of their own: tags in groups, who has them, and since when.
create schema membertags;

-- member_count counts all who have it, also those who left and may come back.
create table membertags.tag (
    circle_id    uuid        not null,
    tag_id       uuid        not null,
    grouping     text        not null check (grouping in ('expertise', 'interest', 'stage', 'custom')),
    heading      text        not null default '',
    name         text        not null,
    folded       text        not null,
    sort_key     bytea       not null,
    colour       text        not null default 'ink',
    description  text        not null default '',
    member_count bigint      not null default 0 check (member_count >= 0),
    state        text        not null default 'live' check (state in ('live', 'merged', 'dropped')),
    merged_into  uuid        check (merged_into <> tag_id),
    made_by      uuid,
    made_at      timestamptz not null,
    primary key (circle_id, tag_id),
    check ((grouping = 'custom') = (heading <> '')),
    check ((state = 'merged') = (merged_into is not null))
);
comment on table membertags.tag is 'dist:circle_id';
create unique index tag_name on membertags.tag (circle_id, folded) where state = 'live';
create index tag_ending on membertags.tag (tag_id) where state <> 'live';

-- Who has a tag, or wishes for it. A wish that staff declined stays, so that it is not asked again.
create table membertags.worn (
    circle_id  uuid        not null,
    account_id uuid        not null,
    tag_id     uuid        not null,
    state      text        not null check (state in ('worn', 'wished', 'declined')),
    how        text        not null check (how in ('staff', 'own')),
    set_by     uuid,
    set_at     timestamptz not null,
    primary key (circle_id, account_id, tag_id),
    foreign key (circle_id, tag_id) references membertags.tag (circle_id, tag_id)
);
comment on table membertags.worn is 'dist:circle_id';
create index worn_by_tag on membertags.worn (circle_id, tag_id, account_id);
create index worn_set_by on membertags.worn (circle_id, set_by);
create index worn_wished on membertags.worn (circle_id, set_at, account_id, tag_id) where state = 'wished';

-- Whether members see and suggest their own expertise; without a row they do not.
create table membertags.choice (
    circle_id uuid    not null primary key,
    own       boolean not null
);
comment on table membertags.choice is 'dist:circle_id';
