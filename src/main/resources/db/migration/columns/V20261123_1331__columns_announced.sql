-- Members are told of a column once: as soon as it is published and something stands in it. Those that are there already are no news.
alter table columns.series add column announced_at timestamptz;
update columns.series set announced_at = published_at where published_at is not null and announced_at is null;
