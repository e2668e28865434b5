-- When the parts of a column open to members: as the column says, or a part by itself otherwise.
alter table columns.series add column opens text not null default 'at_once';
alter table columns.series add column opens_on date;
alter table columns.series add column opens_days integer;
alter table columns.series add constraint series_opens check (
    opens in ('at_once', 'on_day', 'after_before', 'after_joining')
    and (opens = 'on_day') = (opens_on is not null) and (opens = 'after_joining') = (opens_days is not null) and opens_days > 0);

alter table columns.item add column opens text;
alter table columns.item add column opens_on date;
alter table columns.item add column opens_days integer;
alter table columns.item add constraint item_opens check (
    (opens is null or opens in ('at_once', 'on_day', 'after_before', 'after_joining'))
    and (opens is not distinct from 'on_day') = (opens_on is not null)
    and (opens is not distinct from 'after_joining') = (opens_days is not null) and opens_days > 0);
comment on column columns.item.opens is 'null: as the column';
