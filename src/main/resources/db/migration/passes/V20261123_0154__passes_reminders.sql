-- When somebody is told next that their time ends: one moment a pass, so each rung of the ladder is told once.
alter table passes.pass add column tell_at timestamptz;
alter table passes.pass drop column told;
create index pass_to_tell on passes.pass (tell_at) where tell_at is not null;
