-- A comment may wait for the staff: rules held it. held_at stays until they let it out, also while it is hidden or deleted; fresh says
-- that nobody had read it before, so that it is told of when it is let out.
alter table comments.comment add column held_at timestamptz;
alter table comments.comment add column fresh boolean not null default false;
alter table comments.comment drop constraint comment_state_check;
alter table comments.comment add constraint comment_state check (state in ('live', 'held', 'hidden', 'deleted'));
alter table comments.comment add constraint comment_held check (state <> 'held' or held_at is not null);
alter table comments.comment add constraint comment_fresh check (not fresh or held_at is not null);
