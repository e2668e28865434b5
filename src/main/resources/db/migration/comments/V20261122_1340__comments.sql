-- Comments under posts, with one level of replies: thread_id is the comment that opened the thread, its own id for that one.
-- form_id was made when the form was shown, so a form sent twice makes one comment; comment_id is the order of writing.
create schema comments;

create table comments.comment (
    circle_id      uuid        not null,
    comment_id     uuid        not null,
    post_id        uuid        not null,
    thread_id      uuid        not null,
    reply_to       uuid,
    form_id        uuid        not null,
    author_id      uuid        not null,
    body           text        not null,
    html           text        not null,
    mentioned      uuid[]      not null default '{}',
    state          text        not null check (state in ('live', 'hidden', 'deleted')),
    made_at        timestamptz not null,
    edited_at      timestamptz,
    edits          integer     not null default 0,
    reaction_count bigint      not null default 0,
    hidden_at      timestamptz,
    hidden_by      uuid,
    hidden_why     text,
    deleted_at     timestamptz,
    deleted_by     uuid,
    erased         boolean     not null default false,
    primary key (circle_id, comment_id),
    unique (circle_id, form_id),
    foreign key (circle_id, post_id) references content.post (circle_id, post_id) on delete cascade,
    check ((thread_id = comment_id) = (reply_to is null)),
    check ((hidden_at is null) = (hidden_by is null) and (hidden_at is null) = (hidden_why is null)),
    check (state <> 'hidden' or hidden_at is not null),
    check (state <> 'live' or hidden_at is null),
    check ((state = 'deleted') = (deleted_at is not null) and (deleted_at is null) = (deleted_by is null)),
    check (not erased or state = 'deleted')
);
comment on table comments.comment is 'dist:circle_id';
create index comment_of_post on comments.comment (circle_id, post_id, thread_id, comment_id);
create index comment_of_author on comments.comment (circle_id, author_id, comment_id desc);
create index comment_to_erase on comments.comment (deleted_at, comment_id) where state = 'deleted' and not erased;

create table comments.comment_history (
    circle_id   uuid        not null,
    comment_id  uuid        not null,
    version     integer     not null,
    body        text        not null,
    html        text        not null,
    replaced_at timestamptz not null,
    primary key (circle_id, comment_id, version),
    foreign key (circle_id, comment_id) references comments.comment (circle_id, comment_id) on delete cascade
);
comment on table comments.comment_history is 'dist:circle_id';
