-- Who buys a present may have an order of their own open beside it.
drop index orders.entry_open_once;
drop index orders.entry_waiting_once;
create unique index entry_open_once on orders.entry (circle_id, account_id) where state = 'open' and kind <> 'gift';
create unique index entry_waiting_once on orders.entry (circle_id, account_id) where state = 'waiting' and kind <> 'gift';
create unique index entry_gift_open_once on orders.entry (circle_id, account_id) where state = 'open' and kind = 'gift';
