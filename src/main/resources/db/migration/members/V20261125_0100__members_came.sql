-- Which way somebody came in, so that staff know; null where it was before this was kept. The check is validated in V20261126_0200,
-- which holds up nobody.
alter table members.membership add column came text;
alter table members.membership add constraint membership_came_check
    check (came in ('founded', 'open', 'password', 'invitation', 'application', 'purchase', 'trial', 'gift', 'list', 'archive')) not valid;
