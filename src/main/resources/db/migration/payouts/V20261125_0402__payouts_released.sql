-- What a circle that is closed asks for is held until the operator lets it go.
alter table payouts.payout
    add column released_at timestamptz;
