-- Members are told that their homework was graded, and once that a deadline comes.
alter table notify.notice drop constraint notice_kind_check;
alter table notify.notice add constraint notice_kind check (kind in ('comment', 'reply', 'mention', 'reaction', 'application', 'approved',
    'declined', 'role', 'handover', 'post', 'followed_post', 'followed_comment', 'homework_graded', 'homework_missing'));
