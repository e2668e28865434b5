-- Columns are found, too.
alter table index.progress drop constraint progress_stage;
alter table index.progress add constraint progress_stage check (stage in ('post', 'comment', 'member', 'column', 'done'));

-- Every lexeme names its circle, so the words alone lead to its documents. Where one circle is most of the table, the planner took a
-- list of all its documents as well, and put the two together; let it think that a circle is half of everything, wherever it is.
alter table index.document alter column circle_id set (n_distinct = 2);
