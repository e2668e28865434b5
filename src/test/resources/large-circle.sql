-- A large circle for LargeCircleTest: members in many states of reading, posts in two languages, threads, reactions, history.
insert into members.membership (circle_id, account_id, number, role, state, alias, sort_key, folded, joined_at, seen_at)
select :circle, gen_random_uuid(), n, 'member', 'active', 'Member ' || n, convert_to('member ' || n, 'UTF8'), 'member ' || n,
       now() - interval '1 day' * n, now()
  from generate_series(2, 501) n;
update members.counter set last_number = 501 where circle_id = :circle;
update circles.pulse set member_count = 501, last_number = :posts, post_count = :posts where circle_id = :circle;
insert into content.post (circle_id, post_id, number, author_id, title, body, html, excerpt, minutes, state, created_at, published_at, active_at)
select :circle, gen_random_uuid(), n, m.account_id, 'Post ' || n,
       'Words about *tea* no. ' || n || E'.\n\n茶馆里的第 ' || n || ' 篇，见 @' || (n % 500 + 1) || '。', '', '', 1, 'live',
       now() - interval '1 minute' * n, now() - interval '1 minute' * n, now() - interval '1 minute' * n
  from generate_series(1, :posts) n
  join members.membership m on m.circle_id = :circle and m.number = n % 500 + 1;
insert into comments.comment (circle_id, comment_id, post_id, thread_id, form_id, author_id, body, html, state, made_at)
select :circle, x.id, p.post_id, x.id, gen_random_uuid(), p.author_id, 'Comment ' || x.n, '', 'live', now()
  from (select gen_random_uuid() as id, n from generate_series(1, :comments) n) as x
  join content.post p on p.circle_id = :circle and p.number = x.n % :posts + 1;
update content.post p
   set comment_count = (select count(*) from comments.comment c where c.circle_id = p.circle_id and c.post_id = p.post_id)
 where p.circle_id = :circle and p.number <= :comments + 1;
insert into reactions.reaction (circle_id, target_id, account_id, kind, made_at)
select :circle, p.post_id, m.account_id, case n % 3 when 0 then 'like' else 'thanks' end, now()
  from generate_series(1, :reactions) n
  join content.post p on p.circle_id = :circle and p.number = n % :posts + 1
  join members.membership m on m.circle_id = :circle and m.number = n / :posts % 500 + 1
on conflict do nothing;
analyze members.membership;
analyze content.post;
analyze comments.comment;
analyze reactions.reaction;
