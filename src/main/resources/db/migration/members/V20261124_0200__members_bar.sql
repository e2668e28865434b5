-- Whom staff keep out of a circle: for good, or until a moment, from which on they may ask to come back.
alter table members.membership add column barred boolean not null default false;
alter table members.membership add column barred_until timestamptz;
alter table members.membership add constraint membership_barred check (not barred or state = 'removed');
alter table members.membership add constraint membership_barred_until check (barred or barred_until is null);
