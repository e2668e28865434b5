-- Members can do without the mail of announcements; added to the topics there are, since other rooms add theirs in the same days.
do $$
declare
    topics text;
begin
    select string_agg(distinct quote_literal(topic[1]), ', ')
      into topics
      from pg_constraint,
           regexp_matches(pg_get_constraintdef(oid) || ' ''announcement_mail''', '''([a-z_]+)''', 'g') as topic
     where conrelid = 'topics.muted'::regclass and conname = 'muted_topic_check';
    alter table topics.muted drop constraint muted_topic_check;
    execute 'alter table topics.muted add constraint muted_topic_check check (topic in (' || topics || '))';
end $$;
