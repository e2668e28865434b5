-- The invitation by which somebody buys entry: it is used up when the order is fulfilled, and not before.
alter table orders.entry add column invitation_id uuid;
