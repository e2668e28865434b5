-- The way in stands in a room of its own, above that of people.
create schema entrance;
alter table accounts.attempt set schema entrance;
alter table accounts.reset_wish set schema entrance;
alter table accounts.set_up set schema entrance;
