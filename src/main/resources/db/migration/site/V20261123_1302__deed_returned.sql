-- An operator notes that a payout came back.
alter table site.deed drop constraint deed_kind_check;
alter table site.deed add constraint deed_kind_check
    check (kind in ('settings', 'block', 'unblock', 'permit', 'forbid', 'list', 'unlist', 'open', 'retry', 'selling', 'way', 'fee',
        'fee_own', 'fee_removed', 'money_rules', 'payout_bounds', 'arrived', 'missing', 'held', 'given_back', 'payout_batch',
        'payout_paid', 'payout_failed', 'payout_returned', 'debt_settled'));
