-- A member is told that staff took them out of the directory, or let them in again. V20261126_0202 validates.
do $$
declare
    kinds text;
begin
    select string_agg(distinct quote_literal(kind[1]), ', ')
      into kinds
      from pg_constraint,
           regexp_matches(pg_get_constraintdef(oid) || ' ''directory''', '''([a-z_]+)''', 'g') as kind
     where conrelid = 'notify.notice'::regclass and conname = 'notice_kind';
    alter table notify.notice drop constraint notice_kind;
    execute 'alter table notify.notice add constraint notice_kind check (kind in (' || kinds || ')) not valid';
end $$;
