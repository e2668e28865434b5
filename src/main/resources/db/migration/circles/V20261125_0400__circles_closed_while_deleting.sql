-- The operator closes a circle that its owner is deleting, too: what it was before may be that.
alter table circles.circle drop constraint circle_halted_from_check;
alter table circles.circle add constraint circle_halted_from_check check (halted_from in ('active', 'archived', 'deleting'));
