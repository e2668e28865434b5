-- What operators decide about money stands in the site's log, too.
alter table site.deed drop constraint deed_kind_check;
alter table site.deed add constraint deed_kind_check
    check (kind in ('settings', 'block', 'unblock', 'permit', 'forbid', 'list', 'unlist', 'open', 'retry', 'selling', 'way', 'fee',
        'money_rules', 'arrived', 'missing', 'held', 'given_back', 'payout_batch', 'payout_paid', 'payout_failed', 'debt_settled'));
