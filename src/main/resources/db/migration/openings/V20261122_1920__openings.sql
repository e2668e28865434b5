-- Where operators read with a reason stands in a room of its own, above that of circles.
create schema openings;
alter table circles.opening set schema openings;
