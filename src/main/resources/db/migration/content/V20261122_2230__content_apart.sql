-- Homework that was handed in is a post that stands apart: a few may read it, and no list of the circle's posts has it (0093).
alter table content.post drop constraint post_kind_check;
alter table content.post add constraint post_kind check (kind in ('post', 'task', 'homework'));
alter table content.post drop constraint post_state_check;
alter table content.post add constraint post_state check (state in ('live', 'apart', 'scheduled', 'hidden', 'deleted'));
alter table content.post add constraint post_apart check
    (case when kind = 'homework' then state in ('apart', 'hidden', 'deleted') and number is not null else state <> 'apart' end);
alter table content.post add constraint post_apart_unhidden check (state <> 'apart' or hidden_at is null);

-- Numbers for posts apart, taken from the circle's in blocks that grow, so that the list of quiet numbers stays short.
create table content.apart_counter (
    circle_id   uuid   not null primary key,
    next_number bigint not null,
    last_number bigint not null,
    taken       bigint not null
);
comment on table content.apart_counter is 'dist:circle_id';
