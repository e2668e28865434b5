-- Whoever applied before answers were kept here answered already: members are not asked again, and staff see what was said. No tags.
insert into questions.answered (circle_id, account_id, state, questions, answers, at)
select distinct on (a.circle_id, a.account_id)
       a.circle_id, a.account_id, case a.state when 'waiting' then 'waiting' else 'kept' end, said.questions, said.answers, a.made_at
  from applications.application a
  cross join lateral (select array_agg(s.question order by s.n) as questions, array_agg(s.answer order by s.n) as answers
                        from unnest(a.questions, a.answers) with ordinality as s (question, answer, n)
                       where s.answer <> '') said
 where said.questions is not null
   and (a.state = 'waiting'
        or (a.state = 'approved'
            and exists (select 1
                          from members.membership m
                         where m.circle_id = a.circle_id and m.account_id = a.account_id and m.state = 'active')))
 order by a.circle_id, a.account_id, a.application_id desc
    on conflict (circle_id, account_id) do nothing;
