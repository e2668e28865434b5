-- Letters to many wait behind those to one, and say where their reader is spared of more.
alter table mail.message add column bulk boolean not null default false;
alter table mail.message add column leave_url text;
drop index mail.message_due;
create index message_due on mail.message (bulk, next_at, message_id) where state = 'waiting';
create index message_due_of_bucket on mail.message (bucket, bulk, next_at, message_id) where state = 'waiting';
