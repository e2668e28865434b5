-- What staff write down for each other about a member.
create schema staffnotes;

create table staffnotes.note (
    circle_id  uuid        not null,
    note_id    uuid        not null,
    account_id uuid        not null,
    body       text        not null check (length(body) between 1 and 2000),
    pinned     boolean     not null default false,
    made_by    uuid,
    made_at    timestamptz not null,
    edited_by  uuid,
    edited_at  timestamptz check (edited_at is not null or edited_by is null),
    primary key (circle_id, note_id)
);
comment on table staffnotes.note is 'dist:circle_id';
create index note_of_member on staffnotes.note (circle_id, account_id, made_at desc, note_id desc);
create index note_by on staffnotes.note (circle_id, made_by);
create unique index note_pinned on staffnotes.note (circle_id, account_id) where pinned;
