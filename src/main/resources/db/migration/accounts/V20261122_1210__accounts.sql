-- People who can sign in, the ways they sign in, and their sessions.
create schema accounts;

create table accounts.account (
    account_id    uuid        not null primary key,
    name          text        not null,
    about         text        not null default '',
    picture       text,
    locale        text        check (locale in ('en', 'zh-CN')),
    zone          text        not null default 'Asia/Shanghai',
    password_hash text,
    email         text,
    verified_at   timestamptz,
    operator      boolean     not null default false,
    may_create    boolean     not null default false,
    state         text        not null default 'active' check (state in ('active', 'blocked', 'deleted')),
    created_at    timestamptz not null,
    deleted_at    timestamptz,
    check ((state = 'deleted') = (deleted_at is not null))
);
comment on table accounts.account is 'dist:account_id';
create index account_operator on accounts.account (account_id) where operator;

-- Site-wide uniqueness of every way to sign in: one row per address, phone number or outside identity. A candidate is the newest
-- account that gave an address and has not verified it yet (docs/decisions/0010): a known address looks like any other.
create table accounts.claim (
    value      text        not null,
    kind       text        not null check (kind in ('email', 'email-candidate')),
    account_id uuid        not null,
    claimed_at timestamptz not null,
    primary key (value, kind)
);
comment on table accounts.claim is 'dist:value';

create table accounts.session (
    account_id  uuid        not null,
    session_id  uuid        not null,
    secret_hash bytea       not null,
    agent       text        not null default '',
    address     text        not null default '',
    created_at  timestamptz not null,
    seen_at     timestamptz not null,
    expires_at  timestamptz not null,
    primary key (account_id, session_id)
);
comment on table accounts.session is 'dist:account_id';
create unique index session_secret on accounts.session (account_id, secret_hash);
create index session_expires on accounts.session (expires_at);

-- Links in mails: verify an address, reset a password, change an address. The link carries account and secret.
create table accounts.ticket (
    account_id  uuid        not null,
    secret_hash bytea       not null,
    kind        text        not null check (kind in ('verify', 'reset', 'change_email')),
    value       text        not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    primary key (account_id, secret_hash)
);
comment on table accounts.ticket is 'dist:account_id';
create index ticket_expires on accounts.ticket (expires_at);

-- Somebody asked to reset a password. A job answers by letter, so that the page takes as long for every address.
create table accounts.reset_wish (
    value    text        not null,
    wish_id  uuid        not null,
    locale   text        not null,
    made_at  timestamptz not null,
    primary key (value, wish_id)
);
comment on table accounts.reset_wish is 'dist:value';
create index reset_wish_made_at on accounts.reset_wish (made_at);

-- The code that makes the first person the site's operator: one row, and none once there is an operator.
create table accounts.set_up (
    one       boolean     not null primary key check (one),
    code_hash bytea       not null,
    made_at   timestamptz not null
);
comment on table accounts.set_up is 'dist:local';

-- Tries of sign-in, sign-up, reset and codes, by an HMAC of the account's or the network's address.
create table accounts.attempt (
    who        bytea       not null,
    kind       text        not null,
    tries      integer     not null,
    first_at   timestamptz not null,
    primary key (who, kind)
);
comment on table accounts.attempt is 'dist:who';
create index attempt_first_at on accounts.attempt (first_at);
