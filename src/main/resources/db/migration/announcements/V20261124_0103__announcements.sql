-- Word of the staff to many members: drafts, what is on its way, what was sent, and who got it.
create schema announcements;

create table announcements.counter (
    circle_id   uuid   not null primary key,
    last_number bigint not null
);
comment on table announcements.counter is 'dist:circle_id';

-- segment_id is null for all members; audience is what it was called when the sending began.
-- The cursor is the last account that has it; expected, how many there were when the sending began.
create table announcements.announcement (
    circle_id       uuid        not null,
    announcement_id uuid        not null,
    number          bigint      not null,
    state           text        not null default 'draft' check (state in ('draft', 'scheduled', 'sending', 'sent', 'cancelled')),
    subject         text        not null,
    body            text        not null,
    body_html       text        not null,
    excerpt         text        not null,
    segment_id      uuid,
    audience        text        not null default '',
    by_mail         boolean     not null,
    edits           integer     not null default 0,
    made_by         uuid,
    made_at         timestamptz not null,
    sent_by         uuid,
    send_at         timestamptz,
    began_at        timestamptz,
    ended_at        timestamptz,
    cursor          uuid,
    lease_until     timestamptz,
    expected        bigint      not null default 0,
    reached         bigint      not null default 0,
    read_count      bigint      not null default 0,
    mailed          bigint      not null default 0,
    limited         bigint      not null default 0,
    unsubscribed    bigint      not null default 0,
    unaddressed     bigint      not null default 0,
    primary key (circle_id, announcement_id),
    unique (circle_id, number),
    check ((state = 'draft') = (send_at is null)),
    check ((state in ('sending', 'sent', 'cancelled')) = (began_at is not null)),
    check ((state in ('sent', 'cancelled')) = (ended_at is not null)),
    check (mailed + limited + unsubscribed + unaddressed <= reached),
    check (read_count between 0 and reached)
);
comment on table announcements.announcement is 'dist:circle_id';
create index announcement_due on announcements.announcement (send_at, announcement_id) where state in ('scheduled', 'sending');
create index announcement_unsent on announcements.announcement (circle_id, number) where state in ('draft', 'scheduled', 'sending');
create index announcement_newest on announcements.announcement (circle_id, began_at desc, announcement_id desc) where began_at is not null;

-- Who has it: the key lets nobody have it twice. read_at is when they opened it here; away_at, when they put it away unopened.
create table announcements.receipt (
    circle_id       uuid        not null,
    announcement_id uuid        not null,
    account_id      uuid        not null,
    mail            text        not null default 'none' check (mail in ('none', 'written', 'limited', 'off', 'unaddressed')),
    got_at          timestamptz not null,
    read_at         timestamptz,
    away_at         timestamptz,
    primary key (circle_id, announcement_id, account_id),
    foreign key (circle_id, announcement_id) references announcements.announcement (circle_id, announcement_id)
);
comment on table announcements.receipt is 'dist:circle_id';
create index receipt_mine on announcements.receipt (circle_id, account_id, got_at desc, announcement_id desc);

-- How many announcements somebody got by mail in a week; it begins on the Monday in the circle's zone.
create table announcements.week (
    circle_id  uuid    not null,
    account_id uuid    not null,
    monday     date    not null,
    mails      integer not null,
    primary key (circle_id, account_id, monday)
);
comment on table announcements.week is 'dist:circle_id';
create index week_old on announcements.week (monday);

-- What the owner chose; without a row, two mails a week.
create table announcements.choice (
    circle_id    uuid    not null primary key,
    weekly_mails integer not null check (weekly_mails between 0 and 7)
);
comment on table announcements.choice is 'dist:circle_id';
