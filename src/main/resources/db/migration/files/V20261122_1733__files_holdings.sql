-- Who needs a file: a post with its history, a draft, a comment, a cover, a copy. A file that nobody needs is deleted after a while.
create table files.holding (
    circle_id uuid not null,
    holder_id uuid not null,
    file_id   uuid not null,
    primary key (circle_id, holder_id, file_id),
    foreign key (circle_id, file_id) references files.file (circle_id, file_id)
);
comment on table files.holding is 'dist:circle_id';
create index holding_by_file on files.holding (circle_id, file_id);
alter table files.file add column loose_since timestamptz;
comment on column files.file.loose_since is 'since when nobody needs it; null while somebody does';
create index file_loose on files.file (loose_since, file_id) where loose_since is not null;
-- Nobody noted who needs the files that were here before: they stay.
insert into files.holding (circle_id, holder_id, file_id)
select circle_id, '00000000-0000-0000-0000-000000000000', file_id from files.file;
