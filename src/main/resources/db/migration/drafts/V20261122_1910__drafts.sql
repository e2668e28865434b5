-- What somebody is writing stands in a room of its own, below that of posts.
create schema drafts;
alter table content.draft set schema drafts;
