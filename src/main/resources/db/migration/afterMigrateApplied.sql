-- What the program's role may do, granted anew whenever the schema changed: all rows, but what was booked is only ever added to.
do $$
declare
    room text;
begin
    if '${program}' = '' then
        return;
    end if;
    for room in select nspname from pg_namespace where nspname !~ '^(pg_|information_schema$)' loop
        execute format('grant usage on schema %I to %I', room, '${program}');
        execute format('grant select, insert, update, delete on all tables in schema %I to %I', room, '${program}');
        if current_setting('server_version_num')::int >= 170000 then
            execute format('grant maintain on all tables in schema %I to %I', room, '${program}');
        end if;
    end loop;
    execute format('revoke update, delete on ledger.transfer from %I', '${program}');
    -- A log goes with its circle, and nobody rewrites a line of it. Only its ids follow people who take their place on this site again.
    execute format('revoke update on log.entry from %I', '${program}');
    execute format('grant update (by_id, whose_id) on log.entry to %I', '${program}');
    execute format('revoke update, delete on site.deed from %I', '${program}');
end $$;
