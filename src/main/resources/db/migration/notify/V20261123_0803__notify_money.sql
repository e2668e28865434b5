-- Those who see a circle's money are told of orders, disputes and payouts; buyers, of what becomes of their payment. Added to the kinds there are.
do $$
declare
    kinds text;
begin
    select string_agg(distinct quote_literal(kind[1]), ', ')
      into kinds
      from pg_constraint,
           regexp_matches(pg_get_constraintdef(oid) || ' ''order_paid'' ''orders_many'' ''money_waits'' ''dispute_opened'' ''dispute_ended'' ''payout_second'' ''payout_asked'' ''payout_approved'' ''payout_paid'' ''payout_failed'' ''refund_begun'' ''refund_done'' ''payment_missing''', '''([a-z_]+)''', 'g') as kind
     where conrelid = 'notify.notice'::regclass and conname = 'notice_kind';
    alter table notify.notice drop constraint notice_kind;
    execute 'alter table notify.notice add constraint notice_kind check (kind in (' || kinds || '))';
end $$;
