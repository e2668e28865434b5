-- What can be found in circles, as words that were analysed in Java.
create schema index;

-- A lexeme begins with three letters of its circle (index.Lexemes), so that the list of a word in the GIN index holds one circle's
-- documents and grows with that circle alone. number is the post's, also for comments; members have 0. added_at is when the document
-- could first be found: a list that is paged shows what was there when it began.
create table index.document (
    circle_id   uuid        not null,
    document_id uuid        not null,
    kind        text        not null,
    number      bigint      not null,
    added_at    timestamptz not null,
    words       tsvector    not null,
    primary key (circle_id, document_id)
);
comment on table index.document is 'dist:circle_id';
-- Written by a job: readers shall not wade through a list of what is not sorted in yet.
create index document_words on index.document using gin (words) with (fastupdate = off);

-- How many documents of a circle have a lexeme.
create table index.term (
    circle_id uuid   not null,
    term      text   collate "C" not null,
    documents bigint not null,
    primary key (circle_id, term)
) with (fillfactor = 85);
comment on table index.term is 'dist:circle_id';

-- What changed and is not looked at yet; written in the transaction of the change.
create table index.change (
    circle_id uuid not null,
    change_id uuid not null,
    kind      text not null,
    about_id  uuid not null,
    primary key (circle_id, change_id)
);
comment on table index.change is 'dist:circle_id';
create index change_waiting on index.change (change_id);

-- How far a circle is indexed. Who indexes holds its row, so that two nodes never write one document.
create table index.progress (
    circle_id   uuid   not null,
    version     int    not null,
    stage       text   not null,
    after_id    uuid   not null,
    documents   bigint not null default 0,
    last_number bigint not null default 0,
    primary key (circle_id)
);
comment on table index.progress is 'dist:circle_id';
create index progress_to_do on index.progress (circle_id) where stage <> 'done';
create index progress_version on index.progress (version);
alter table index.progress add constraint progress_stage check (stage in ('post', 'comment', 'member', 'done'));
