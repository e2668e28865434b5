-- Written by SchemaTest from the migrations; do not edit.

create table accounts.account (  -- dist:account_id
    account_id uuid not null,
    name text not null,
    about text not null default ''::text,
    picture text,
    locale text,
    zone text not null default 'Asia/Shanghai'::text,
    password_hash text,
    email text,
    verified_at timestamp with time zone,
    operator boolean not null default false,
    may_create boolean not null default false,
    state text not null default 'active'::text,
    created_at timestamp with time zone not null,
    deleted_at timestamp with time zone,
    PRIMARY KEY (account_id),
    CHECK (((state = 'deleted'::text) = (deleted_at IS NOT NULL))),
    CHECK ((locale = ANY (ARRAY['en'::text, 'zh-CN'::text]))),
    CHECK ((state = ANY (ARRAY['active'::text, 'blocked'::text, 'deleted'::text])))
);
CREATE INDEX account_operator ON accounts.account USING btree (account_id) WHERE operator;

create table accounts.attempt (  -- dist:who
    who bytea not null,
    kind text not null,
    tries integer not null,
    first_at timestamp with time zone not null,
    PRIMARY KEY (who, kind)
);
CREATE INDEX attempt_first_at ON accounts.attempt USING btree (first_at);

create table accounts.claim (  -- dist:value
    value text not null,
    kind text not null,
    account_id uuid not null,
    claimed_at timestamp with time zone not null,
    PRIMARY KEY (value, kind),
    CHECK ((kind = ANY (ARRAY['email'::text, 'email-candidate'::text])))
);

create table accounts.reset_wish (  -- dist:value
    value text not null,
    wish_id uuid not null,
    locale text not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (value, wish_id)
);
CREATE INDEX reset_wish_made_at ON accounts.reset_wish USING btree (made_at);

create table accounts.session (  -- dist:account_id
    account_id uuid not null,
    session_id uuid not null,
    secret_hash bytea not null,
    agent text not null default ''::text,
    address text not null default ''::text,
    created_at timestamp with time zone not null,
    seen_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    PRIMARY KEY (account_id, session_id)
);
CREATE INDEX session_expires ON accounts.session USING btree (expires_at);
CREATE UNIQUE INDEX session_secret ON accounts.session USING btree (account_id, secret_hash);

create table accounts.set_up (  -- dist:local
    one boolean not null,
    code_hash bytea not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (one),
    CHECK (one)
);

create table accounts.ticket (  -- dist:account_id
    account_id uuid not null,
    secret_hash bytea not null,
    kind text not null,
    value text not null,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    PRIMARY KEY (account_id, secret_hash),
    CHECK ((kind = ANY (ARRAY['verify'::text, 'reset'::text, 'change_email'::text])))
);
CREATE INDEX ticket_expires ON accounts.ticket USING btree (expires_at);

create table circles.circle (  -- dist:circle_id
    circle_id uuid not null,
    slug text not null,
    name text not null,
    promise text not null default ''::text,
    about text not null default ''::text,
    about_html text not null default ''::text,
    colour text not null default 'jade'::text,
    cover text,
    language text not null,
    zone text not null,
    price text not null default 'free'::text,
    visibility text not null,
    join_mode text not null,
    join_password text,
    public_reading boolean not null default false,
    teasers boolean not null default true,
    rules_version integer not null default 0,
    listing text not null default 'approved'::text,
    state text not null default 'active'::text,
    delete_at timestamp with time zone,
    owner_id uuid not null,
    created_at timestamp with time zone not null,
    version bigint not null default 1,
    PRIMARY KEY (circle_id),
    CHECK (((NOT public_reading) OR ((price = 'free'::text) AND (visibility = 'listed'::text)))),
    CHECK (((join_mode = 'password'::text) = (join_password IS NOT NULL))),
    CHECK (((state = 'deleting'::text) = (delete_at IS NOT NULL))),
    CHECK ((NOT ((visibility = 'hidden'::text) AND (join_mode = 'open'::text)))),
    CHECK ((join_mode = ANY (ARRAY['open'::text, 'application'::text, 'invitation'::text, 'password'::text]))),
    CHECK ((language = ANY (ARRAY['en'::text, 'zh-CN'::text]))),
    CHECK ((listing = ANY (ARRAY['approved'::text, 'waiting'::text, 'refused'::text]))),
    CHECK ((price = ANY (ARRAY['free'::text, 'paid'::text]))),
    CHECK ((state = ANY (ARRAY['active'::text, 'archived'::text, 'deleting'::text]))),
    CHECK ((visibility = ANY (ARRAY['listed'::text, 'unlisted'::text, 'hidden'::text])))
);
CREATE INDEX circle_delete_at ON circles.circle USING btree (delete_at) WHERE (delete_at IS NOT NULL);
CREATE INDEX circle_listed ON circles.circle USING btree (created_at DESC, circle_id) WHERE ((visibility = 'listed'::text) AND (state = 'active'::text) AND (listing = 'approved'::text));

create table circles.handover (  -- dist:circle_id
    circle_id uuid not null,
    from_id uuid not null,
    to_id uuid not null,
    offered_at timestamp with time zone not null,
    PRIMARY KEY (circle_id),
    CHECK ((from_id <> to_id))
);

create table circles.pulse (  -- dist:circle_id
    circle_id uuid not null,
    last_number bigint not null default 0,
    member_count bigint not null default 0,
    post_count bigint not null default 0,
    active_at timestamp with time zone not null,
    PRIMARY KEY (circle_id)
);

create table circles.question (  -- dist:circle_id
    circle_id uuid not null,
    position integer not null,
    body text not null,
    PRIMARY KEY (circle_id, "position"),
    CHECK ((("position" >= 1) AND ("position" <= 5)))
);

create table circles.rules (  -- dist:circle_id
    circle_id uuid not null,
    version integer not null,
    body text not null,
    html text not null,
    made_by uuid not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, version)
);

create table circles.slug_claim (  -- dist:slug
    slug text not null,
    circle_id uuid not null,
    claimed_at timestamp with time zone not null,
    PRIMARY KEY (slug)
);

create table departures.departure (  -- dist:account_id
    account_id uuid not null,
    words text not null,
    made_at timestamp with time zone not null,
    next_at timestamp with time zone not null,
    PRIMARY KEY (account_id),
    CHECK ((words = ANY (ARRAY['stay'::text, 'go'::text])))
);
CREATE INDEX departure_next_at ON departures.departure USING btree (next_at);

create table kernel.event (  -- dist:circle_id
    circle_id uuid not null,
    event_id uuid not null,
    kind text not null,
    body text not null,
    made_at timestamp with time zone not null,
    tries integer not null default 0,
    next_at timestamp with time zone not null,
    parked boolean not null default false,
    last_error text,
    PRIMARY KEY (circle_id, event_id)
);
CREATE INDEX event_waiting ON kernel.event USING btree (circle_id, event_id) WHERE (NOT parked);

create table kernel.event_handled (  -- dist:circle_id
    circle_id uuid not null,
    event_id uuid not null,
    listener text not null,
    handled_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, event_id, listener)
);

create table kernel.event_lease (  -- dist:circle_id
    circle_id uuid not null,
    holder uuid not null,
    until timestamp with time zone not null,
    PRIMARY KEY (circle_id)
);

create table kernel.scheduled_task (  -- dist:local
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamp with time zone,
    picked boolean not null,
    picked_by text,
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    state text,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_task_execution_time ON kernel.scheduled_task USING btree (execution_time);
CREATE INDEX scheduled_task_last_heartbeat ON kernel.scheduled_task USING btree (last_heartbeat);

create table mail.message (  -- dist:bucket
    bucket smallint not null,
    message_id uuid not null,
    kind text not null,
    recipient text not null,
    subject text not null,
    body_text text not null,
    body_html text not null,
    secret boolean not null,
    state text not null default 'waiting'::text,
    tries integer not null default 0,
    made_at timestamp with time zone not null,
    next_at timestamp with time zone not null,
    sent_at timestamp with time zone,
    last_error text,
    PRIMARY KEY (bucket, message_id),
    CHECK (((bucket >= 0) AND (bucket <= 15))),
    CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX message_due ON mail.message USING btree (bucket, next_at) WHERE (state = 'waiting'::text);
CREATE INDEX message_made_at ON mail.message USING btree (made_at);
CREATE INDEX message_newest ON mail.message USING btree (message_id);

create table members.account_circle (  -- dist:account_id
    account_id uuid not null,
    circle_id uuid not null,
    role text not null,
    state text not null,
    seen_number bigint not null default 0,
    joined_at timestamp with time zone not null,
    visited_at timestamp with time zone not null,
    PRIMARY KEY (account_id, circle_id)
);
CREATE INDEX account_circle_visited ON members.account_circle USING btree (account_id, visited_at DESC, circle_id) WHERE (state = 'active'::text);

create table members.application (  -- dist:circle_id
    circle_id uuid not null,
    application_id uuid not null,
    account_id uuid not null,
    name text not null,
    picture text,
    answers jsonb not null,
    rules_version integer not null default 0,
    state text not null,
    made_at timestamp with time zone not null,
    decided_by uuid,
    decided_at timestamp with time zone,
    reason text,
    PRIMARY KEY (circle_id, application_id),
    CHECK (((state = 'waiting'::text) = (decided_at IS NULL))),
    CHECK (((state = ANY (ARRAY['approved'::text, 'declined'::text])) = (decided_by IS NOT NULL))),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE INDEX application_by_account ON members.application USING btree (circle_id, account_id, application_id);
CREATE INDEX application_waiting ON members.application USING btree (circle_id, made_at, application_id) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX application_one_waiting ON members.application USING btree (circle_id, account_id) WHERE (state = 'waiting'::text);

create table members.counter (  -- dist:circle_id
    circle_id uuid not null,
    last_number bigint not null,
    PRIMARY KEY (circle_id)
);

create table members.invitation (  -- dist:circle_id
    circle_id uuid not null,
    invitation_id uuid not null,
    name text not null,
    role text not null default 'member'::text,
    uses_most integer,
    uses integer not null default 0,
    expires_at timestamp with time zone,
    made_by uuid not null,
    made_at timestamp with time zone not null,
    revoked_at timestamp with time zone,
    PRIMARY KEY (circle_id, invitation_id),
    CHECK (((uses_most IS NULL) OR (uses <= uses_most))),
    CHECK ((role = ANY (ARRAY['member'::text, 'guest_expert'::text]))),
    CHECK ((uses_most > 0))
);

create table members.invitation_claim (  -- dist:code_hash
    code_hash bytea not null,
    circle_id uuid not null,
    invitation_id uuid not null,
    PRIMARY KEY (code_hash)
);

create table members.membership (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    number bigint not null,
    role text not null,
    state text not null,
    alias text not null,
    sort_key bytea not null,
    folded text not null,
    picture text,
    introduction text not null default ''::text,
    rules_version integer not null default 0,
    seen_number bigint not null default 0,
    joined_at timestamp with time zone not null,
    joined_number bigint not null default 0,
    seen_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    UNIQUE (circle_id, number),
    PRIMARY KEY (circle_id, account_id),
    CHECK (((state = 'active'::text) = (ended_at IS NULL))),
    CHECK ((role = ANY (ARRAY['owner'::text, 'partner'::text, 'admin'::text, 'guest_expert'::text, 'volunteer'::text, 'member'::text]))),
    CHECK ((state = ANY (ARRAY['active'::text, 'left'::text, 'removed'::text, 'expired'::text])))
);
CREATE INDEX membership_by_number ON members.membership USING btree (circle_id, state, number DESC);
CREATE INDEX membership_by_role ON members.membership USING btree (circle_id, role, number) WHERE ((state = 'active'::text) AND (role <> 'member'::text));
CREATE INDEX membership_by_seen ON members.membership USING btree (circle_id, seen_at DESC, account_id) WHERE (state = 'active'::text);
CREATE UNIQUE INDEX membership_one_owner ON members.membership USING btree (circle_id) WHERE ((role = 'owner'::text) AND (state = 'active'::text));

create table members.mute (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    surface text not null,
    reason text not null,
    until timestamp with time zone,
    made_by uuid not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, account_id, surface)
);

create table members.speaking (  -- dist:circle_id
    circle_id uuid not null,
    role text not null,
    surface text not null,
    allowed boolean not null,
    PRIMARY KEY (circle_id, role, surface)
);

create table passkeys.answered (  -- dist:challenge_hash
    challenge_hash bytea not null,
    answered_at timestamp with time zone not null,
    PRIMARY KEY (challenge_hash)
);
CREATE INDEX answered_answered_at ON passkeys.answered USING btree (answered_at);

create table passkeys.passkey (  -- dist:account_id
    account_id uuid not null,
    credential_id bytea not null,
    name text not null,
    public_key bytea not null,
    signature_count bigint not null,
    uv_initialized boolean not null,
    transports text not null default ''::text,
    backup_eligible boolean not null,
    backup_state boolean not null,
    attestation_object bytea,
    attestation_client_data bytea,
    created_at timestamp with time zone not null,
    last_used_at timestamp with time zone not null,
    PRIMARY KEY (account_id, credential_id)
);

create table passkeys.passkey_claim (  -- dist:credential_id
    credential_id bytea not null,
    account_id uuid not null,
    PRIMARY KEY (credential_id)
);

create table tokens.token (  -- dist:account_id
    account_id uuid not null,
    token_id uuid not null,
    secret_hash bytea not null,
    name text not null,
    scopes text[] not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    PRIMARY KEY (account_id, token_id)
);
CREATE UNIQUE INDEX token_secret ON tokens.token USING btree (account_id, secret_hash);

create table web.idempotency (  -- dist:account_id
    account_id uuid not null,
    key text not null,
    request_hash bytea not null,
    status integer,
    location text,
    body text,
    made_at timestamp with time zone not null,
    PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotency_made_at ON web.idempotency USING btree (made_at);
