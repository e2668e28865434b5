-- Members are told of a new column, at the price of one row. The kind is added to those there are.
do $$
declare
    kinds text;
begin
    select string_agg(distinct quote_literal(kind[1]), ', ')
      into kinds
      from pg_constraint,
           regexp_matches(pg_get_constraintdef(oid) || ' ''column_published''', '''([a-z_]+)''', 'g') as kind
     where conrelid = 'notify.notice'::regclass and conname = 'notice_kind';
    alter table notify.notice drop constraint notice_kind;
    execute 'alter table notify.notice add constraint notice_kind check (kind in (' || kinds || '))';
end $$;
alter table notify.broadcast drop constraint broadcast_kind_check;
alter table notify.broadcast add constraint broadcast_kind
    check (kind in ('post', 'followed_post', 'followed_comment', 'column_published'));
