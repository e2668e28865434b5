-- A circle's export names files by what is in them. The digest is worked out when it is needed first.
alter table files.file add column digest text;
create index file_by_digest on files.file (circle_id, digest) where digest is not null;
