-- An operator reads what came of earlier payouts, the latest answer first.
create index payout_decided on payouts.payout (ended_at desc, payout_id desc) where state in ('paid', 'failed');
