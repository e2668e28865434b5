-- Folders for saved posts, a note with each, and passages that somebody keeps of a post. Nobody but their owner ever reads these.
create table saved.folder (
    account_id uuid   not null,
    folder_id  uuid   not null,
    name       text   not null,
    folded     text   not null,
    position   bigint not null,
    primary key (account_id, folder_id),
    constraint folder_name check (name <> '')
);
comment on table saved.folder is 'dist:account_id';
create unique index folder_once on saved.folder (account_id, folded);

alter table saved.post add column folder_id uuid;
alter table saved.post add column note text not null default '';
create index post_in_folder on saved.post (account_id, folder_id, saved_id desc) where folder_id is not null;

-- part: where in the post it stands, in thousandths, or null where nobody knows.
create table saved.passage (
    account_id uuid        not null,
    circle_id  uuid        not null,
    number     bigint      not null,
    passage_id uuid        not null,
    words      text        not null,
    part       integer,
    kept_at    timestamptz not null,
    primary key (account_id, circle_id, number, passage_id),
    constraint passage_words check (words <> ''),
    constraint passage_part check (part between 0 and 1000)
);
comment on table saved.passage is 'dist:account_id';
create index passage_of_circle on saved.passage (circle_id);
