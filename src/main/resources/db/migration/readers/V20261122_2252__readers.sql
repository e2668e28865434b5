-- How the columns of large circles are read: counted from time to time, because counting anew for each page takes seconds there.
create schema readers;

-- posts, done and discreet_done go together: how many have done, or read to its end, each part.
create table readers.report (
    circle_id         uuid        not null,
    column_id         uuid        not null,
    counted_at        timestamptz not null,
    begun             integer     not null,
    finished          integer     not null,
    discreet_begun    integer     not null,
    discreet_finished integer     not null,
    median_seconds    bigint,
    posts             bigint[]    not null,
    done              integer[]   not null,
    discreet_done     integer[]   not null,
    primary key (circle_id, column_id)
);
comment on table readers.report is 'dist:circle_id';
