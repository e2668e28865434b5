-- People who can sign in, the ways they sign in, and their sessions, tokens and passkeys.
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

-- Site-wide uniqueness of every way to sign in: one row per address, phone number or outside identity.
create table accounts.claim (
    value      text        not null,
    kind       text        not null check (kind in ('email')),
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
    kind        text        not null check (kind in ('verify', 'reset', 'change-email')),
    value       text        not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    primary key (account_id, secret_hash)
);
comment on table accounts.ticket is 'dist:account_id';
create index ticket_expires on accounts.ticket (expires_at);

-- Personal tokens for the API.
create table accounts.token (
    account_id   uuid        not null,
    token_id     uuid        not null,
    secret_hash  bytea       not null,
    name         text        not null,
    scopes       text[]      not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    primary key (account_id, token_id)
);
comment on table accounts.token is 'dist:account_id';
create unique index token_secret on accounts.token (account_id, secret_hash);

-- Passkeys (WebAuthn credentials); the user handle is the account's id.
create table accounts.passkey (
    account_id          uuid        not null,
    credential_id       bytea       not null,
    name                text        not null,
    public_key          bytea       not null,
    signature_count     bigint      not null,
    uv_initialized      boolean     not null,
    transports          text        not null default '',
    backup_eligible     boolean     not null,
    backup_state        boolean     not null,
    attestation_object  bytea,
    attestation_client_data bytea,
    created_at          timestamptz not null,
    last_used_at        timestamptz not null,
    primary key (account_id, credential_id)
);
comment on table accounts.passkey is 'dist:account_id';

create table accounts.passkey_claim (
    credential_id bytea not null primary key,
    account_id    uuid  not null
);
comment on table accounts.passkey_claim is 'dist:credential_id';

-- Failures of sign-in, reset and codes, by an HMAC of the account's or the network's address.
create table accounts.attempt (
    who        bytea       not null,
    kind       text        not null,
    failures   integer     not null,
    first_at   timestamptz not null,
    primary key (who, kind)
);
comment on table accounts.attempt is 'dist:who';
create index attempt_first_at on accounts.attempt (first_at);
