-- Operators decide about circles, answer appeals, and look at new accounts.
alter table site.deed drop constraint deed_kind_check;
alter table site.deed add constraint deed_kind_check check (kind in (
    'appeal_answered', 'arrived', 'block', 'complaint', 'debt_settled', 'defences', 'fee', 'fee_own', 'fee_removed', 'forbid',
    'given_back', 'held', 'list', 'missing', 'money_rules', 'open', 'payout_batch', 'payout_bounds', 'payout_failed',
    'payout_paid', 'payout_returned', 'permit', 'retry', 'selling', 'settings', 'suspect_blocked', 'suspect_cleared',
    'unblock', 'unlist', 'verdict', 'verdict_ended', 'way'));
