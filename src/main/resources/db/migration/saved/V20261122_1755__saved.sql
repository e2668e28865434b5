-- Posts that somebody keeps for later, of all their circles in one list.
create schema saved;

-- saved_id sorts by the moment; a post is saved once.
create table saved.post (
    account_id uuid        not null,
    circle_id  uuid        not null,
    number     bigint      not null,
    saved_id   uuid        not null,
    saved_at   timestamptz not null,
    primary key (account_id, circle_id, number)
);
comment on table saved.post is 'dist:account_id';
create unique index post_newest on saved.post (account_id, saved_id desc);
create index post_of_circle on saved.post (circle_id);
