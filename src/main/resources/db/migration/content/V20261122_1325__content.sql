-- Posts, their earlier words, what the staff did with them, and drafts.
create schema content;

create table content.post (
    circle_id       uuid        not null,
    post_id         uuid        not null,
    number          bigint,
    kind            text        not null default 'post' check (kind in ('post')),
    author_id       uuid,
    byline          text,
    title           text        not null default '',
    body            text        not null,
    html            text        not null,
    excerpt         text        not null,
    pictures        text[]      not null default '{}',
    picture_count   integer     not null default 0,
    minutes         integer     not null,
    mentioned       uuid[]      not null default '{}',
    state           text        not null check (state in ('live', 'scheduled', 'hidden', 'deleted')),
    created_at      timestamptz not null,
    publish_at      timestamptz,
    published_at    timestamptz,
    active_at       timestamptz,
    edited_at       timestamptz,
    edits           integer     not null default 0,
    comment_count   bigint      not null default 0,
    reaction_count  bigint      not null default 0,
    pinned_order    bigint,
    pinned_until    timestamptz,
    highlighted_at  timestamptz,
    highlighted_by  uuid,
    highlight_why   text,
    preview         boolean     not null default false,
    wakes           boolean     not null default true,
    import_key      text,
    hidden_at       timestamptz,
    hidden_by       uuid,
    hidden_why      text,
    deleted_at      timestamptz,
    deleted_by      uuid,
    erased          boolean     not null default false,
    primary key (circle_id, post_id),
    unique (circle_id, number),
    check (author_id is not null or byline is not null),
    check (state <> 'scheduled' or (number is null and published_at is null and publish_at is not null)),
    check (state not in ('live', 'hidden') or (number is not null and published_at is not null and active_at is not null)),
    check ((hidden_at is null) = (hidden_by is null) and (hidden_at is null) = (hidden_why is null)),
    check (state <> 'hidden' or hidden_at is not null),
    check (state <> 'live' or hidden_at is null),
    check ((state = 'deleted') = (deleted_at is not null) and (deleted_at is null) = (deleted_by is null)),
    check ((highlighted_at is null) = (highlighted_by is null)),
    check (pinned_until is null or pinned_order is not null),
    check (not erased or state = 'deleted')
);
comment on table content.post is 'dist:circle_id';
create index post_by_activity on content.post (circle_id, active_at desc, post_id desc) where state = 'live';
create index post_by_number on content.post (circle_id, number desc) where state = 'live';
create index post_waking on content.post (circle_id, number desc) where state = 'live' and wakes;
create index post_highlights_by_activity on content.post (circle_id, active_at desc, post_id desc)
 where state = 'live' and highlighted_at is not null;
create index post_highlights_by_number on content.post (circle_id, number desc) where state = 'live' and highlighted_at is not null;
create index post_by_author on content.post (circle_id, author_id, number desc) where state = 'live';
create index post_of_author on content.post (circle_id, author_id, post_id desc);
create index post_previews on content.post (circle_id, number desc) where state = 'live' and preview;
create index post_pinned on content.post (circle_id, pinned_order) where state = 'live' and pinned_order is not null;
create unique index post_import_key on content.post (circle_id, import_key) where import_key is not null;
create index post_due on content.post (publish_at, post_id) where state = 'scheduled';
create index post_to_erase on content.post (deleted_at, post_id) where state = 'deleted' and not erased;

-- What a post said before each edit.
create table content.post_history (
    circle_id   uuid        not null,
    post_id     uuid        not null,
    version     integer     not null,
    title       text        not null,
    body        text        not null,
    html        text        not null,
    replaced_at timestamptz not null,
    primary key (circle_id, post_id, version),
    foreign key (circle_id, post_id) references content.post (circle_id, post_id) on delete cascade
);
comment on table content.post_history is 'dist:circle_id';

-- Who picked which post as a highlight, or took it back, and why.
create table content.highlight_log (
    circle_id  uuid        not null,
    log_id     uuid        not null,
    post_id    uuid        not null,
    account_id uuid        not null,
    act        text        not null check (act in ('picked', 'removed')),
    why        text        not null default '',
    made_at    timestamptz not null,
    primary key (circle_id, log_id)
);
comment on table content.highlight_log is 'dist:circle_id';
create index highlight_log_by_post on content.highlight_log (circle_id, post_id, log_id);

-- Gives each new pin a place behind the others, and lets only one pin at a time be counted.
create table content.pin_counter (
    circle_id  uuid   not null primary key,
    last_order bigint not null
);
comment on table content.pin_counter is 'dist:circle_id';

-- What somebody is writing. place_id is the post that is edited, or the circle for a new post.
create table content.draft (
    account_id uuid        not null,
    circle_id  uuid        not null,
    place_id   uuid        not null,
    title      text        not null,
    body       text        not null,
    saved_at   timestamptz not null,
    primary key (account_id, circle_id, place_id)
);
comment on table content.draft is 'dist:account_id';
create index draft_saved_at on content.draft (saved_at);
