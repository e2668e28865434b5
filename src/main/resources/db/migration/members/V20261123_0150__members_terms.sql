-- In a circle that costs money a membership has an end: until when its member may speak, and (with grace) read; what the plan opens
-- and closes stands beside it, so that the Gate needs no second statement.
alter table members.membership add column speaks_until timestamptz;
alter table members.membership add column reads_until timestamptz;
alter table members.membership add column tier integer not null default 0;
alter table members.membership add column closes text[] not null default '{}';
alter table members.membership add constraint membership_term check ((speaks_until is null) = (reads_until is null));
alter table members.membership add constraint membership_grace check (reads_until >= speaks_until);
create index membership_by_end on members.membership (reads_until) where state = 'active' and reads_until is not null;
