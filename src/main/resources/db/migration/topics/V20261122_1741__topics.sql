-- What somebody does not wish to be told of, moved to its own room.
create schema topics;
alter table notify.muted set schema topics;
