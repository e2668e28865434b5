-- Owners look at what was paid in a month, of a plan, and at what is disputed now.
create index entry_paid on orders.entry (circle_id, paid_at desc, order_id desc) where paid_at is not null;
create index entry_paid_of_plan on orders.entry (circle_id, plan_id, paid_at desc, order_id desc) where paid_at is not null;
create index dispute_open on orders.dispute (circle_id, order_id) where state = 'open';
