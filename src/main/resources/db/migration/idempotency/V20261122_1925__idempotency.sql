-- What repeated requests are answered with stands in a room of its own, above that of pages.
create schema idempotency;
alter table web.idempotency set schema idempotency;
alter table idempotency.idempotency rename to answer;
alter index idempotency.idempotency_pkey rename to answer_pkey;
alter index idempotency.idempotency_made_at rename to answer_made_at;
