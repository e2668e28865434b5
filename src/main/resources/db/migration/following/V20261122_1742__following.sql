-- What somebody follows, and by how many it is followed, moved to its own room.
create schema following;
alter table notify.follow set schema following;
alter table notify.followed set schema following;
