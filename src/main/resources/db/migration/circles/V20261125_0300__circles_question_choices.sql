-- A question may also be answered by choosing. choices: [{"text":…,"tags":[…]}], the tags being those of the room membertags.
alter table circles.question
    add column kind     text    not null default 'text' check (kind in ('text', 'one', 'several')),
    add column required boolean not null default true,
    add column choices  text    not null default '[]' check (length(choices) <= 20000),
    add check ((kind = 'text') = (choices = '[]'));

-- So far only applicants were asked; nobody who walks in is held up by a question that was written for them.
update circles.question q
   set required = false
  from circles.circle c
 where c.circle_id = q.circle_id and c.join_mode <> 'application';
