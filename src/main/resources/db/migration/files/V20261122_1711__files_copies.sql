-- Pictures at other hosts of which a circle has copies: its texts show the copy. copy_id is made of the address, so one address is one row.
create table files.copy (
    circle_id uuid        not null,
    copy_id   uuid        not null,
    address   text        not null,
    file_id   uuid        not null,
    made_at   timestamptz not null,
    primary key (circle_id, copy_id),
    foreign key (circle_id, file_id) references files.file (circle_id, file_id)
);
comment on table files.copy is 'dist:circle_id';
create index copy_by_file on files.copy (circle_id, file_id);
