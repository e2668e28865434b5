-- Members are told that the operator froze or closes their circle, or lets it go on: about no post.
do $$
declare
    kinds text;
begin
    select string_agg(distinct quote_literal(kind[1]), ', ')
      into kinds
      from pg_constraint,
           regexp_matches(pg_get_constraintdef(oid) || ' ''circle_frozen'' ''circle_closed'' ''circle_resumed''',
                          '''([a-z_]+)''', 'g') as kind
     where conrelid = 'notify.notice'::regclass and conname = 'notice_kind';
    alter table notify.notice drop constraint notice_kind;
    execute 'alter table notify.notice add constraint notice_kind check (kind in (' || kinds || '))';
    select string_agg(distinct quote_literal(kind[1]), ', ')
      into kinds
      from pg_constraint,
           regexp_matches(pg_get_constraintdef(oid) || ' ''circle_frozen'' ''circle_closed'' ''circle_resumed''',
                          '''([a-z_]+)''', 'g') as kind
     where conrelid = 'notify.broadcast'::regclass and conname = 'broadcast_kind';
    alter table notify.broadcast drop constraint broadcast_kind;
    execute 'alter table notify.broadcast add constraint broadcast_kind check (kind in (' || kinds || '))';
end $$;
alter table notify.broadcast alter column number drop not null;
