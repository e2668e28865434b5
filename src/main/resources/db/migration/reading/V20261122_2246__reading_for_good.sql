-- What a member read of a post is kept for good, in one row: where they stopped last, how far they came, how long they read,
-- when they opened and when they finished it. What that comes to for all readers is kept beside each post.
alter table reading.position drop constraint position_part_check;
alter table reading.position add column stop integer not null default 0;
alter table reading.position add column seconds integer not null default 0;
alter table reading.position add column opened_at timestamptz;
alter table reading.position add column finished_at timestamptz;
alter table reading.position add column discreet boolean not null default false;
update reading.position set stop = part, opened_at = moved_at where opened_at is null;
alter table reading.position alter column opened_at set not null;
alter table reading.position add constraint position_part check (part between 0 and 1000);
alter table reading.position add constraint position_stop check (stop between 0 and part);
alter table reading.position add constraint position_seconds check (seconds >= 0);
alter table reading.position add constraint position_finished check ((finished_at is null) = (part < 950));

-- None of these holds what changes with every step, so that a step rewrites no index: moved_at keeps to five minutes.
create index position_of_post on reading.position (circle_id, number, opened_at desc, account_id);
create index position_going_on on reading.position (circle_id, account_id, moved_at desc, number desc) where finished_at is null;
create index position_read on reading.position (circle_id, account_id, finished_at desc, number desc) where finished_at is not null;

-- The sums of position by post. seconds and stops (readers by the tenth of the post they came to) leave out who is discreet.
create table reading.tally (
    circle_id         uuid      not null,
    number            bigint    not null,
    readers           integer   not null,
    finished          integer   not null,
    discreet_readers  integer   not null,
    discreet_finished integer   not null,
    seconds           bigint    not null,
    stops             integer[] not null,
    primary key (circle_id, number)
);
comment on table reading.tally is 'dist:circle_id';
insert into reading.tally
select circle_id, number, count(*), 0, 0, 0, 0,
       array(select (select count(*)
                       from reading.position p
                      where p.circle_id = x.circle_id and p.number = x.number and p.part / 100 = t.tenth)
               from generate_series(0, 9) as t (tenth)
              order by t.tenth)
  from reading.position x
 group by circle_id, number;

-- How long a member read since the Monday of the last week they read in.
create table reading.week (
    circle_id  uuid    not null,
    account_id uuid    not null,
    monday     date    not null,
    seconds    integer not null,
    primary key (circle_id, account_id)
);
comment on table reading.week is 'dist:circle_id';
