-- A deed names sums, days and circles as facts, so that each operator reads them as they write them. What was noted before is
-- told apart again.
alter table site.deed add column facts text not null default '{}';
alter table site.deed alter column facts drop default;
alter table site.deed drop constraint deed_kind_check;

update site.deed
   set about = '', facts = json_build_object('sum', json_build_object(
           'minor', split_part(about, ' ', 1)::bigint, 'currency', split_part(about, ' ', 2)))::text
 where kind in ('arrived', 'given_back', 'payout_paid', 'payout_failed') and about ~ '^[0-9]+ [A-Z]{3}$';
update site.deed
   set about = '', facts = json_build_object('sum', json_build_object(
           'minor', substring(about from ': ([0-9]+) [A-Z]{3}$')::bigint, 'currency', right(about, 3)))::text
 where kind = 'debt_settled' and about ~ ': [0-9]+ [A-Z]{3}$';
update site.deed
   set kind = case when about_id is null then 'fee' else 'fee_own' end, about = '',
       facts = json_build_object('percent', split_part(about, ' + ', 1), 'sum', json_build_object(
           'minor', substring(about from ' ([0-9]+) [A-Z]{3}$')::bigint, 'currency', right(about, 3)))::text
 where kind = 'fee' and about ~ '^[0-9.]+% \+ [0-9]+ [A-Z]{3}$';
update site.deed
   set about = '', facts = json_build_object(
           'days', substring(about from '^([0-9]+) d')::int, 'years', substring(about from '([0-9]+) y$')::int)::text
 where kind = 'money_rules' and about ~ '^[0-9]+ d, [0-9]+ y$';
update site.deed
   set kind = 'payout_bounds', about = '', facts = json_build_object(
           'least', json_build_object('minor', substring(about from '^([0-9]+)')::bigint, 'currency', right(about, 3)),
           'large', json_build_object('minor', substring(about from ', ([0-9]+)')::bigint, 'currency', right(about, 3)))::text
 where kind = 'money_rules' and about ~ '^[0-9]+ [A-Z]{3}, [0-9]+ [A-Z]{3}$';
update site.deed
   set about = '', facts = json_build_object('number', split_part(about, ': ', 1), 'verdict', split_part(about, ': ', 2))::text
 where kind = 'held' and about ~ ': ';
update site.deed
   set about = '', about_id = null, facts = json_build_object('count', about::int)::text
 where kind = 'payout_batch' and about ~ '^[0-9]+$';
update site.deed
   set about = '', facts = json_build_object(
           'ios', case when about ~ 'iOS: true' then 'on' else 'off' end,
           'practice', case when about ~ 'practice: true' then 'on' else 'off' end)::text
 where kind = 'selling';

alter table site.deed add constraint deed_kind_check
    check (kind in ('settings', 'block', 'unblock', 'permit', 'forbid', 'list', 'unlist', 'open', 'retry', 'selling', 'way', 'fee',
        'fee_own', 'fee_removed', 'money_rules', 'payout_bounds', 'arrived', 'missing', 'held', 'given_back', 'payout_batch',
        'payout_paid', 'payout_failed', 'debt_settled'));
