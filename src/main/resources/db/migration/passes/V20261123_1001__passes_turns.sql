-- When a piece of time with another plan begins: until then the plan before it opens what it opens.
alter table passes.pass add column turns_at timestamptz;
create index pass_to_turn on passes.pass (turns_at) where turns_at is not null;
