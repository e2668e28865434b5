-- When a card was tried and could not be charged: its owner reads it beside what is tried next.
alter table renewals.renewal add column tried_at timestamptz;
update renewals.renewal set tried_at = next_at - interval '72 hours' where state = 'waiting' and tries > 0;
