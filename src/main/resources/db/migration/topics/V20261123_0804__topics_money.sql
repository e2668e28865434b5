-- Who sees a circle's money chooses what of it they are told.
alter table topics.muted drop constraint muted_topic_check;
alter table topics.muted add constraint muted_topic_check check (topic in ('replies', 'mentions', 'reactions', 'posts', 'followed',
    'applications', 'sales', 'money', 'payouts'));
