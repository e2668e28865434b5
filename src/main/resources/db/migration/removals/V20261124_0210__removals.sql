-- Each time staff removed a member: why, from when on they may come back, what became of their words and of what they had paid.
create schema removals;

create table removals.removal (
    circle_id    uuid        not null,
    removal_id   uuid        not null,
    account_id   uuid        not null,
    role         text        not null,
    reason       text        not null,
    back         text        not null,
    back_until   timestamptz,
    words        text        not null,
    words_state  text        not null,
    words_total  integer     not null default 0,
    words_taken  integer     not null default 0,
    words_by     uuid,
    words_at     timestamptz,
    money        text        not null,
    money_state  text        not null,
    money_by     uuid,
    money_at     timestamptz,
    trouble      text,
    made_by      uuid,
    made_at      timestamptz not null,
    undone_by    uuid,
    undone_at    timestamptz,
    primary key (circle_id, removal_id),
    constraint removal_back check (back in ('ask', 'day', 'never')),
    constraint removal_until check ((back = 'day') = (back_until is not null)),
    constraint removal_words check (words in ('keep', 'hide', 'delete')),
    constraint removal_words_state check (words_state in ('none', 'taking', 'taken', 'returning', 'returned')),
    constraint removal_words_at check ((words_state = 'none') = (words_at is null)),
    constraint removal_money check (money in ('later', 'nothing', 'unused', 'all')),
    constraint removal_money_state check (money_state in ('none', 'open', 'asked', 'done', 'trouble')),
    constraint removal_trouble check ((money_state = 'trouble') = (trouble is not null))
);
comment on table removals.removal is 'dist:circle_id';
create index removal_of_member on removals.removal (circle_id, account_id, removal_id desc);
create index removal_open on removals.removal (circle_id, removal_id desc) where money_state in ('open', 'asked', 'trouble');
create index removal_at_work on removals.removal (words_at) where words_state in ('taking', 'returning');

-- What one removal took out of sight: only that comes back with it.
create table removals.word (
    circle_id  uuid not null,
    removal_id uuid not null,
    kind       text not null,
    thing_id   uuid not null,
    primary key (circle_id, removal_id, kind, thing_id),
    constraint word_kind check (kind in ('post', 'comment'))
);
comment on table removals.word is 'dist:circle_id';
