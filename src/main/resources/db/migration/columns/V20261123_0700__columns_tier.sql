-- From which tier of a circle's plans on a column is open. It is looked at only while the circle costs something.
alter table columns.series add column least_tier integer not null default 0;
alter table columns.series add constraint series_least_tier check (least_tier between 0 and 9);
comment on column columns.series.least_tier is '0: for all members';
