-- An operator lets a payout of a closed circle go. Added to the kinds there are; V20261126_0203 validates.
do $$
declare
    kinds text;
begin
    select string_agg(distinct quote_literal(kind[1]), ', ')
      into kinds
      from pg_constraint,
           regexp_matches(pg_get_constraintdef(oid) || ' ''payout_released''', '''([a-z_]+)''', 'g') as kind
     where conrelid = 'site.deed'::regclass and conname = 'deed_kind_check';
    alter table site.deed drop constraint deed_kind_check;
    execute 'alter table site.deed add constraint deed_kind_check check (kind in (' || kinds || ')) not valid';
end $$;
