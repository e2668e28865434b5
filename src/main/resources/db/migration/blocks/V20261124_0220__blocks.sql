-- Whose words a member does not wish to see, in one circle.
create schema blocks;

create table blocks.block (
    circle_id  uuid        not null,
    account_id uuid        not null,
    other_id   uuid        not null,
    made_at    timestamptz not null,
    primary key (circle_id, account_id, other_id),
    constraint block_other check (other_id <> account_id)
);
comment on table blocks.block is 'dist:circle_id';
create index block_of_other on blocks.block (circle_id, other_id);
