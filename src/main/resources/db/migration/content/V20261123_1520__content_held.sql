-- A post may wait for the staff: rules held it. It has no number before it is let out, unless it was read before and its words were
-- changed; and staff may hide what waits, without a number too.
alter table content.post add column held_at timestamptz;
alter table content.post drop constraint post_state;
alter table content.post add constraint post_state check (state in ('live', 'apart', 'scheduled', 'held', 'hidden', 'deleted'));
alter table content.post add constraint post_held check (state <> 'held' or (held_at is not null and kind <> 'homework'));
alter table content.post drop constraint post_check2;
alter table content.post add constraint post_numbered check
    (case state
         when 'live' then number is not null and published_at is not null and active_at is not null
         when 'hidden' then (number is not null and published_at is not null and active_at is not null) or held_at is not null
         else true
     end);
