-- Members with addresses that were confirmed, all in for an hour; for those who tell many.
insert into members.membership
       (circle_id, account_id, number, role, state, alias, sort_key, folded, joined_at, seen_at)
select :circle, gen_random_uuid(), 1000 + n, 'member', 'active', 'Guest ' || n, '\x00', 'guest ' || n,
       cast(:now as timestamptz) - interval '1 hour', cast(:now as timestamptz) - interval '1 hour'
  from generate_series(1, :many) n;
insert into accounts.account (account_id, name, locale, email, verified_at, created_at)
select account_id, alias, case when number % 2 = 0 then 'en' else 'zh-CN' end, account_id || '@example.org', joined_at, joined_at
  from members.membership
 where circle_id = :circle and number > 1000;
insert into members.account_circle (account_id, circle_id, role, state, joined_at, visited_at)
select account_id, circle_id, role, state, joined_at, joined_at
  from members.membership
 where circle_id = :circle and number > 1000;
update circles.pulse set member_count = member_count + :many where circle_id = :circle;
