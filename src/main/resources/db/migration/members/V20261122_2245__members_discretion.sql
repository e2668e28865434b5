-- Who does not show what they read: their choice, and a copy with each membership, so that lists of a circle can leave them out.
create table members.discretion (
    account_id uuid        not null primary key,
    discreet   boolean     not null,
    chosen_at  timestamptz not null
);
comment on table members.discretion is 'dist:account_id';

alter table members.membership add column discreet boolean not null default false;
create index membership_discreet on members.membership (circle_id, account_id) where state = 'active' and discreet;
