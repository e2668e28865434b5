-- What was so before an act and after it, and the log by who did it, to whom, and what. Entries are only ever added (afterMigrateApplied).
alter table log.entry
    add column before text not null default '',
    add column after text not null default '';
create index entry_by on log.entry (circle_id, by_id, entry_id desc);
create index entry_whose on log.entry (circle_id, whose_id, entry_id desc) where whose_id is not null;
create index entry_kind on log.entry (circle_id, kind, entry_id desc);
