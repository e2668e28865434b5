-- What was paid may come back from the bank: the money is the circle's again, and may be asked for on the same day.
alter table payouts.payout drop constraint payout_state_check;
alter table payouts.payout add constraint payout_state_check
    check (state in ('second', 'waiting', 'sent', 'paid', 'failed', 'cancelled', 'returned'));
alter table payouts.payout drop constraint payout_check;
alter table payouts.payout drop constraint payout_check1;
alter table payouts.payout add constraint payout_ended
    check ((state in ('paid', 'failed', 'cancelled', 'returned')) = (ended_at is not null));
alter table payouts.payout add constraint payout_why check ((state in ('failed', 'returned')) = (reason is not null));
drop index payouts.payout_one_a_day;
create unique index payout_one_a_day on payouts.payout (circle_id, currency, day)
    where state not in ('failed', 'cancelled', 'returned');
drop index payouts.payout_decided;
create index payout_decided on payouts.payout (ended_at desc, payout_id desc) where state in ('paid', 'failed', 'returned');
