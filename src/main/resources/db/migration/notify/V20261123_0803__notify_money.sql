-- Those who see a circle's money are told of orders, disputes and payouts; buyers, of what becomes of their payment.
alter table notify.notice drop constraint notice_kind;
alter table notify.notice add constraint notice_kind check (kind in ('comment', 'reply', 'mention', 'reaction', 'application', 'approved',
    'declined', 'role', 'handover', 'post', 'followed_post', 'followed_comment', 'homework_graded', 'homework_missing',
    'membership_ending', 'membership_over', 'membership_renews', 'membership_renewed', 'renewal_failed', 'order_paid', 'orders_many',
    'money_waits', 'dispute_opened', 'dispute_ended', 'payout_second', 'payout_asked', 'payout_approved', 'payout_paid',
    'payout_failed', 'refund_begun', 'refund_done', 'payment_missing'));
