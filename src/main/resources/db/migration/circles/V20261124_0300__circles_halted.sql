-- An operator froze a circle, or closes it: it is read-only, and remembers what it was before.
alter table circles.circle
    add column halted_at timestamptz,
    add column halt_reason text not null default '',
    add column halt_until timestamptz,
    add column halted_from text;
alter table circles.circle drop constraint circle_state_check;
alter table circles.circle add constraint circle_state_check check (state in ('active', 'archived', 'frozen', 'deleting'));
alter table circles.circle add constraint circle_halted_from_check check (halted_from in ('active', 'archived'));
alter table circles.circle add constraint circle_halt_check check (
    (halted_at is null) = (halted_from is null)
    and (state <> 'frozen' or halted_at is not null)
    and (halted_at is null or state in ('frozen', 'deleting')));
