-- Personal tokens for the API.
create schema tokens;

create table tokens.token (
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
comment on table tokens.token is 'dist:account_id';
create unique index token_secret on tokens.token (account_id, secret_hash);
