-- Who joined in the thirty days before there was a list finds it as well; what they said of themselves counts as done.
insert into welcome.newcomer (circle_id, account_id, joined_at, profile_at)
select circle_id, account_id, joined_at, case when introduction <> '' then joined_at end
  from members.membership
 where state = 'active' and role not in ('owner', 'partner', 'admin') and joined_at > now() - interval '30 days'
    on conflict (circle_id, account_id) do nothing;
