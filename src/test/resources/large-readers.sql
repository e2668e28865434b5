-- Many members who read a course of twenty parts: each has opened and done some of them, one in ten shows nobody what they read.
insert into members.membership (circle_id, account_id, number, role, state, alias, sort_key, folded, joined_at, seen_at, discreet)
select :circle, gen_random_uuid(), n, 'member', 'active', 'Member ' || n, convert_to('member ' || n, 'UTF8'), 'member ' || n,
       cast(:from as timestamptz) - interval '1 hour', cast(:from as timestamptz), n % 10 = 0
  from generate_series(2, :members) n;
update members.counter set last_number = :members where circle_id = :circle;
update circles.pulse set member_count = :members where circle_id = :circle;
insert into reading.position (circle_id, account_id, number, part, moved_at, opened_at, finished_at, discreet)
select :circle, m.account_id, p.number, 1000, cast(:from as timestamptz) + interval '1 day' * p.number, cast(:from as timestamptz) + interval '1 day' * p.number,
       cast(:from as timestamptz) + interval '1 day' * p.number, m.discreet
  from members.membership m
  join content.post p on p.circle_id = m.circle_id and p.number <= m.number % (:parts + 1)
 where m.circle_id = :circle and m.number > 1;
insert into columns.done (circle_id, account_id, post_id, done_at)
select :circle, o.account_id, p.post_id, o.finished_at
  from reading.position o
  join content.post p on p.circle_id = o.circle_id and p.number = o.number
 where o.circle_id = :circle;
analyze members.membership;
analyze reading.position;
analyze columns.done;
