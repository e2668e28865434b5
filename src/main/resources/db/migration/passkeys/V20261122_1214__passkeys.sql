-- Passkeys (WebAuthn credentials); the user handle is the account's id.
create schema passkeys;

create table passkeys.passkey (
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
comment on table passkeys.passkey is 'dist:account_id';

create table passkeys.passkey_claim (
    credential_id bytea not null primary key,
    account_id    uuid  not null
);
comment on table passkeys.passkey_claim is 'dist:credential_id';

-- Challenges that were answered, so that no answer counts twice. Swept after ten minutes.
create table passkeys.answered (
    challenge_hash bytea       not null primary key,
    answered_at    timestamptz not null
);
comment on table passkeys.answered is 'dist:challenge_hash';
create index answered_answered_at on passkeys.answered (answered_at);
