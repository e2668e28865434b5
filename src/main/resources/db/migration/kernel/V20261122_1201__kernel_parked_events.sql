-- The operator's list of events that could not be delivered.
create index event_parked on kernel.event (event_id) where parked;
