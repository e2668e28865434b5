-- Every page about a circle's money says how many payouts wait for a partner's yes.
create index payout_second on payouts.payout (circle_id, payout_id) where state = 'second';
