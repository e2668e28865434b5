-- Recurring work stands in a room of its own, above the kernel.
create schema jobs;
alter table kernel.scheduled_task set schema jobs;
