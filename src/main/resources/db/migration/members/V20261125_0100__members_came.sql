-- Which way somebody came in, so that staff know; null where it was before this was kept.
alter table members.membership add column came text
    check (came in ('founded', 'open', 'password', 'invitation', 'application', 'purchase', 'trial', 'gift', 'list', 'archive'));
