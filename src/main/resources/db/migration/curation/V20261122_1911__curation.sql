-- What the staff note of posts stands in a room of its own, above that of posts.
create schema curation;
alter table content.highlight_log set schema curation;
alter table content.pin_counter set schema curation;
