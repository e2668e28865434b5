-- The outbox: letters wait here until the job has sent them, and are read here by the operator.
create schema mail;

create table mail.message (
    bucket     smallint    not null check (bucket between 0 and 15),
    message_id uuid        not null,
    kind       text        not null,
    recipient  text        not null,
    subject    text        not null,
    body_text  text        not null,
    body_html  text        not null,
    secret     boolean     not null,
    state      text        not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    tries      integer     not null default 0,
    made_at    timestamptz not null,
    next_at    timestamptz not null,
    sent_at    timestamptz,
    last_error text,
    primary key (bucket, message_id),
    check ((state = 'sent') = (sent_at is not null))
);
comment on table mail.message is 'dist:bucket';
create index message_due on mail.message (bucket, next_at) where state = 'waiting';
create index message_newest on mail.message (message_id);
create index message_made_at on mail.message (made_at);
