-- Columns are found, too.
alter table index.progress drop constraint progress_stage;
alter table index.progress add constraint progress_stage check (stage in ('post', 'comment', 'member', 'column', 'done'));
