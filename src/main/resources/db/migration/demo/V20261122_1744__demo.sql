-- The circles that the demo made. Their pages say so.
create schema demo;

create table demo.circle (
    circle_id uuid not null primary key
);
comment on table demo.circle is 'dist:circle_id';
