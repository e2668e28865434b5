-- Notices of presents that were used, and of time that an owner gave for nothing.
alter table notify.notice drop constraint notice_kind;
alter table notify.notice add constraint notice_kind check (kind in ('comment', 'reply', 'mention', 'reaction', 'application', 'approved',
    'declined', 'role', 'handover', 'post', 'followed_post', 'followed_comment', 'homework_graded', 'homework_missing',
    'membership_ending', 'membership_over', 'membership_renews', 'membership_renewed', 'renewal_failed',
    'gift_used', 'guest_pass_given', 'guest_pass_ending', 'guest_pass_over'));
