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

create table accounts.claim (  -- dist:value
    value text not null,
    kind text not null,
    account_id uuid not null,
    claimed_at timestamp with time zone not null,
    PRIMARY KEY (value, kind),
    CHECK ((kind = ANY (ARRAY['email'::text, 'email-candidate'::text])))
);

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

create table announcements.announcement (  -- dist:circle_id
    circle_id uuid not null,
    announcement_id uuid not null,
    number bigint not null,
    state text not null default 'draft'::text,
    subject text not null,
    body text not null,
    body_html text not null,
    excerpt text not null,
    segment_id uuid,
    audience text not null default ''::text,
    by_mail boolean not null,
    edits integer not null default 0,
    made_by uuid,
    made_at timestamp with time zone not null,
    sent_by uuid,
    send_at timestamp with time zone,
    began_at timestamp with time zone,
    ended_at timestamp with time zone,
    cursor uuid,
    lease_until timestamp with time zone,
    expected bigint not null default 0,
    reached bigint not null default 0,
    read_count bigint not null default 0,
    mailed bigint not null default 0,
    limited bigint not null default 0,
    unsubscribed bigint not null default 0,
    unaddressed bigint not null default 0,
    UNIQUE (circle_id, number),
    PRIMARY KEY (circle_id, announcement_id),
    CHECK (((((mailed + limited) + unsubscribed) + unaddressed) <= reached)),
    CHECK (((read_count >= 0) AND (read_count <= reached))),
    CHECK (((state = 'draft'::text) = (send_at IS NULL))),
    CHECK (((state = ANY (ARRAY['sending'::text, 'sent'::text, 'cancelled'::text])) = (began_at IS NOT NULL))),
    CHECK (((state = ANY (ARRAY['sent'::text, 'cancelled'::text])) = (ended_at IS NOT NULL))),
    CHECK ((state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'sending'::text, 'sent'::text, 'cancelled'::text])))
);
CREATE INDEX announcement_due ON announcements.announcement USING btree (send_at, announcement_id) WHERE (state = ANY (ARRAY['scheduled'::text, 'sending'::text]));
CREATE INDEX announcement_newest ON announcements.announcement USING btree (circle_id, began_at DESC, announcement_id DESC) WHERE (began_at IS NOT NULL);
CREATE INDEX announcement_unsent ON announcements.announcement USING btree (circle_id, number) WHERE (state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'sending'::text]));

create table announcements.choice (  -- dist:circle_id
    circle_id uuid not null,
    weekly_mails integer not null,
    PRIMARY KEY (circle_id),
    CHECK (((weekly_mails >= 0) AND (weekly_mails <= 7)))
);

create table announcements.counter (  -- dist:circle_id
    circle_id uuid not null,
    last_number bigint not null,
    PRIMARY KEY (circle_id)
);

create table announcements.receipt (  -- dist:circle_id
    circle_id uuid not null,
    announcement_id uuid not null,
    account_id uuid not null,
    mail text not null default 'none'::text,
    got_at timestamp with time zone not null,
    read_at timestamp with time zone,
    away_at timestamp with time zone,
    PRIMARY KEY (circle_id, announcement_id, account_id),
    FOREIGN KEY (circle_id, announcement_id) REFERENCES announcements.announcement(circle_id, announcement_id),
    CHECK ((mail = ANY (ARRAY['none'::text, 'written'::text, 'limited'::text, 'off'::text, 'unaddressed'::text])))
);
CREATE INDEX receipt_mine ON announcements.receipt USING btree (circle_id, account_id, got_at DESC, announcement_id DESC);

create table announcements.week (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    monday date not null,
    mails integer not null,
    PRIMARY KEY (circle_id, account_id, monday)
);
CREATE INDEX week_old ON announcements.week USING btree (monday);

create table applications.account_application (  -- dist:account_id
    account_id uuid not null,
    circle_id uuid not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (account_id, circle_id)
);

create table applications.application (  -- dist:circle_id
    circle_id uuid not null,
    application_id uuid not null,
    account_id uuid not null,
    name text not null,
    picture text,
    questions text[] not null,
    answers text[] not null,
    rules_version integer not null default 0,
    role text not null default 'member'::text,
    was_removed boolean not null default false,
    state text not null,
    made_at timestamp with time zone not null,
    decided_by uuid,
    decided_at timestamp with time zone,
    reason text,
    PRIMARY KEY (circle_id, application_id),
    CHECK (((state = 'waiting'::text) = (decided_at IS NULL))),
    CHECK (((state = ANY (ARRAY['approved'::text, 'declined'::text])) = (decided_by IS NOT NULL))),
    CHECK ((cardinality(questions) = cardinality(answers))),
    CHECK ((role = ANY (ARRAY['member'::text, 'guest_expert'::text]))),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE INDEX application_by_account ON applications.application USING btree (circle_id, account_id, application_id);
CREATE INDEX application_of_account ON applications.application USING btree (account_id);
CREATE INDEX application_since ON applications.application USING btree (circle_id, made_at, application_id) WHERE (state = 'waiting'::text);
CREATE INDEX application_waiting ON applications.application USING btree (circle_id, application_id) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX application_one_waiting ON applications.application USING btree (circle_id, account_id) WHERE (state = 'waiting'::text);

create table arrivals.arrival (  -- dist:circle_id
    circle_id uuid not null,
    state text not null,
    made_by uuid,
    made_at timestamp with time zone not null,
    file_name text not null,
    slug text not null,
    listing text not null default 'approved'::text,
    origin uuid not null,
    manifest text not null,
    own bigint not null default 0,
    key_check text,
    blinded_key bytea,
    crate integer not null default 0,
    part integer not null default 0,
    in_crate bigint not null default 0,
    total bigint not null,
    done bigint not null default 0,
    strange bigint not null default 0,
    unknown text[] not null default '{}'::text[],
    problem text,
    lease_until timestamp with time zone,
    finished_at timestamp with time zone,
    PRIMARY KEY (circle_id),
    CHECK (((state <> ALL (ARRAY['ready'::text, 'running'::text])) OR (made_by IS NOT NULL))),
    CHECK (((state = ANY (ARRAY['ready'::text, 'running'::text])) = (finished_at IS NULL))),
    CHECK ((state = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'clearing'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX arrival_of ON arrivals.arrival USING btree (made_by, circle_id);
CREATE INDEX arrival_waiting ON arrivals.arrival USING btree (made_at) WHERE (state = 'ready'::text);
CREATE INDEX arrival_with_key ON arrivals.arrival USING btree (circle_id) WHERE ((state = 'done'::text) AND (blinded_key IS NOT NULL));
CREATE INDEX arrival_working ON arrivals.arrival USING btree (circle_id) WHERE (state = ANY (ARRAY['running'::text, 'clearing'::text]));

create table arrivals.place (  -- dist:circle_id
    circle_id uuid not null,
    number bigint not null,
    mark text not null,
    state text not null default 'open'::text,
    role text,
    taken_by uuid,
    taken_at timestamp with time zone,
    crate integer not null default 0,
    PRIMARY KEY (circle_id, number),
    CHECK (((state <> 'taken'::text) OR (taken_by IS NOT NULL))),
    CHECK ((state = ANY (ARRAY['open'::text, 'taken'::text, 'moved'::text])))
);
CREATE INDEX place_by_mark ON arrivals.place USING btree (circle_id, mark) WHERE (state = 'open'::text);
CREATE INDEX place_moving ON arrivals.place USING btree (circle_id, number) WHERE (state = 'taken'::text);
CREATE INDEX place_of ON arrivals.place USING btree (taken_by) WHERE (taken_by IS NOT NULL);
CREATE UNIQUE INDEX place_once ON arrivals.place USING btree (circle_id, taken_by) WHERE (taken_by IS NOT NULL);

create table away.picture (  -- dist:circle_id
    circle_id uuid not null,
    picture_id uuid not null,
    address text not null,
    host text not null,
    state text not null,
    reason text,
    tries integer not null default 0,
    asked_by uuid,
    noted_at timestamp with time zone not null,
    tried_at timestamp with time zone,
    lease_until timestamp with time zone,
    PRIMARY KEY (circle_id, picture_id),
    CHECK (((state <> 'fetched'::text) OR (tried_at IS NOT NULL))),
    CHECK (((state <> 'waiting'::text) OR (asked_by IS NOT NULL))),
    CHECK (((state = 'failed'::text) = (reason IS NOT NULL))),
    CHECK ((reason = ANY (ARRAY['bad_address'::text, 'not_public'::text, 'unknown_host'::text, 'unreachable'::text, 'insecure'::text, 'too_slow'::text, 'too_large'::text, 'not_there'::text, 'refused'::text, 'trouble'::text, 'too_many_turns'::text, 'wrong_type'::text, 'unusable'::text, 'offline'::text]))),
    CHECK ((state = ANY (ARRAY['known'::text, 'waiting'::text, 'fetched'::text, 'failed'::text])))
);
CREATE INDEX picture_by_host ON away.picture USING btree (circle_id, host, state);
CREATE INDEX picture_waiting ON away.picture USING btree (host, picture_id) WHERE (state = 'waiting'::text);

create table away.use (  -- dist:circle_id
    circle_id uuid not null,
    number bigint not null,
    picture_id uuid not null,
    due boolean not null default false,
    PRIMARY KEY (circle_id, number, picture_id),
    FOREIGN KEY (circle_id, picture_id) REFERENCES away.picture(circle_id, picture_id)
);
CREATE INDEX use_by_picture ON away.use USING btree (circle_id, picture_id, number);
CREATE INDEX use_due ON away.use USING btree (circle_id, number) WHERE due;

create table blocks.block (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    other_id uuid not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, account_id, other_id),
    CHECK ((other_id <> account_id))
);
CREATE INDEX block_of_other ON blocks.block USING btree (circle_id, other_id);

create table byhand.claim (  -- dist:circle_id
    circle_id uuid not null,
    attempt_id uuid not null,
    checkout_id uuid not null,
    payer_id uuid not null,
    received_by_circle boolean not null,
    state text not null,
    reference text not null,
    picture bytea,
    picture_type text,
    said_at timestamp with time zone not null,
    words text not null default ''::text,
    decided_by uuid,
    decided_at timestamp with time zone,
    PRIMARY KEY (circle_id, attempt_id),
    CHECK (((picture IS NULL) = (picture_type IS NULL))),
    CHECK (((state = 'waiting'::text) = (decided_at IS NULL))),
    CHECK ((octet_length(picture) <= 600000)),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'arrived'::text, 'missing'::text])))
);
CREATE INDEX claim_for_operator ON byhand.claim USING btree (said_at) WHERE ((state = 'waiting'::text) AND (NOT received_by_circle));
CREATE INDEX claim_waiting ON byhand.claim USING btree (circle_id, attempt_id) WHERE (state = 'waiting'::text);

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
    protection boolean not null default false,
    newcomer_days integer,
    newcomer_before integer,
    newcomer_since timestamp with time zone,
    halted_at timestamp with time zone,
    halt_reason text not null default ''::text,
    halt_until timestamp with time zone,
    halted_from text,
    PRIMARY KEY (circle_id),
    CHECK ((((halted_at IS NULL) = (halted_from IS NULL)) AND ((state <> 'frozen'::text) OR (halted_at IS NOT NULL)) AND ((halted_at IS NULL) OR (state = ANY (ARRAY['frozen'::text, 'deleting'::text]))))),
    CHECK ((((newcomer_days IS NULL) = (newcomer_before IS NULL)) AND ((newcomer_days IS NULL) = (newcomer_since IS NULL)))),
    CHECK (((NOT public_reading) OR ((price = 'free'::text) AND (visibility = 'listed'::text)))),
    CHECK (((join_mode = 'password'::text) = (join_password IS NOT NULL))),
    CHECK (((newcomer_before >= 0) AND (newcomer_before <= 365))),
    CHECK (((newcomer_days >= 7) AND (newcomer_days <= 100))),
    CHECK (((state = 'deleting'::text) = (delete_at IS NOT NULL))),
    CHECK ((NOT ((visibility = 'hidden'::text) AND (join_mode = 'open'::text)))),
    CHECK ((halted_from = ANY (ARRAY['active'::text, 'archived'::text, 'deleting'::text]))),
    CHECK ((join_mode = ANY (ARRAY['open'::text, 'application'::text, 'invitation'::text, 'password'::text]))),
    CHECK ((language = ANY (ARRAY['en'::text, 'zh-CN'::text]))),
    CHECK ((listing = ANY (ARRAY['approved'::text, 'waiting'::text, 'refused'::text]))),
    CHECK ((price = ANY (ARRAY['free'::text, 'paid'::text]))),
    CHECK ((state = ANY (ARRAY['active'::text, 'archived'::text, 'frozen'::text, 'deleting'::text]))),
    CHECK ((visibility = ANY (ARRAY['listed'::text, 'unlisted'::text, 'hidden'::text])))
);
CREATE INDEX circle_delete_at ON circles.circle USING btree (delete_at) WHERE (delete_at IS NOT NULL);
CREATE INDEX circle_listed ON circles.circle USING btree (circle_id) WHERE ((visibility = 'listed'::text) AND (state = 'active'::text) AND (listing = 'approved'::text));
CREATE INDEX circle_waiting ON circles.circle USING btree (circle_id) WHERE (listing = 'waiting'::text);

create table circles.pulse (  -- dist:circle_id
    circle_id uuid not null,
    last_number bigint not null default 0,
    quiet bigint[] not null default '{}'::bigint[],
    member_count bigint not null default 0,
    post_count bigint not null default 0,
    active_at timestamp with time zone not null,
    PRIMARY KEY (circle_id)
);

create table circles.question (  -- dist:circle_id
    circle_id uuid not null,
    position integer not null,
    body text not null,
    kind text not null default 'text'::text,
    required boolean not null default true,
    choices text not null default '[]'::text,
    PRIMARY KEY (circle_id, "position"),
    CHECK ((("position" >= 1) AND ("position" <= 5))),
    CHECK (((kind = 'text'::text) = (choices = '[]'::text))),
    CHECK ((kind = ANY (ARRAY['text'::text, 'one'::text, 'several'::text]))),
    CHECK ((length(choices) <= 20000))
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

create table columns.counter (  -- dist:circle_id
    circle_id uuid not null,
    last_number bigint not null,
    PRIMARY KEY (circle_id)
);

create table columns.done (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    post_id uuid not null,
    done_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, account_id, post_id)
);
CREATE INDEX done_of_post ON columns.done USING btree (circle_id, post_id, account_id, done_at);

create table columns.item (  -- dist:circle_id
    circle_id uuid not null,
    column_id uuid not null,
    post_id uuid not null,
    section_id uuid,
    position bigint not null,
    opens text,
    opens_on date,
    opens_days integer,
    PRIMARY KEY (circle_id, column_id, post_id),
    CHECK ((((opens IS NULL) OR (opens = ANY (ARRAY['at_once'::text, 'on_day'::text, 'after_before'::text, 'after_joining'::text]))) AND ((NOT (opens IS DISTINCT FROM 'on_day'::text)) = (opens_on IS NOT NULL)) AND ((NOT (opens IS DISTINCT FROM 'after_joining'::text)) = (opens_days IS NOT NULL)) AND (opens_days > 0)))
);
CREATE INDEX item_dripping ON columns.item USING btree (circle_id, column_id) WHERE (opens <> 'at_once'::text);
CREATE INDEX item_of_post ON columns.item USING btree (circle_id, post_id);

create table columns.section (  -- dist:circle_id
    circle_id uuid not null,
    column_id uuid not null,
    section_id uuid not null,
    name text not null,
    position bigint not null,
    PRIMARY KEY (circle_id, column_id, section_id),
    CHECK ((name <> ''::text))
);

create table columns.series (  -- dist:circle_id
    circle_id uuid not null,
    column_id uuid not null,
    number bigint not null,
    name text not null,
    promise text not null,
    cover uuid,
    course boolean not null,
    published_at timestamp with time zone,
    made_by uuid,
    made_at timestamp with time zone not null,
    opens text not null default 'at_once'::text,
    opens_on date,
    opens_days integer,
    least_tier integer not null default 0,
    announced_at timestamp with time zone,
    PRIMARY KEY (circle_id, column_id),
    CHECK (((least_tier >= 0) AND (least_tier <= 9))),
    CHECK (((opens = ANY (ARRAY['at_once'::text, 'on_day'::text, 'after_before'::text, 'after_joining'::text])) AND ((opens = 'on_day'::text) = (opens_on IS NOT NULL)) AND ((opens = 'after_joining'::text) = (opens_days IS NOT NULL)) AND (opens_days > 0))),
    CHECK ((name <> ''::text))
);
CREATE INDEX series_dripping ON columns.series USING btree (circle_id, column_id) WHERE ((opens <> 'at_once'::text) AND (published_at IS NOT NULL));
CREATE UNIQUE INDEX series_by_number ON columns.series USING btree (circle_id, number DESC);

create table comments.comment (  -- dist:circle_id
    circle_id uuid not null,
    comment_id uuid not null,
    post_id uuid not null,
    thread_id uuid not null,
    reply_to uuid,
    form_id uuid not null,
    author_id uuid not null,
    body text not null,
    html text not null,
    mentioned uuid[] not null default '{}'::uuid[],
    state text not null,
    made_at timestamp with time zone not null,
    edited_at timestamp with time zone,
    edits integer not null default 0,
    reaction_count bigint not null default 0,
    hidden_at timestamp with time zone,
    hidden_by uuid,
    hidden_why text,
    deleted_at timestamp with time zone,
    deleted_by uuid,
    erased boolean not null default false,
    byline text,
    held_at timestamp with time zone,
    fresh boolean not null default false,
    UNIQUE (circle_id, form_id),
    PRIMARY KEY (circle_id, comment_id),
    FOREIGN KEY (circle_id, post_id) REFERENCES content.post(circle_id, post_id) ON DELETE CASCADE,
    CHECK ((((hidden_at IS NULL) = (hidden_by IS NULL)) AND ((hidden_at IS NULL) = (hidden_why IS NULL)))),
    CHECK ((((state = 'deleted'::text) = (deleted_at IS NOT NULL)) AND ((deleted_at IS NULL) = (deleted_by IS NULL)))),
    CHECK (((NOT erased) OR (state = 'deleted'::text))),
    CHECK (((NOT fresh) OR (held_at IS NOT NULL))),
    CHECK (((state <> 'held'::text) OR (held_at IS NOT NULL))),
    CHECK (((state <> 'hidden'::text) OR (hidden_at IS NOT NULL))),
    CHECK (((state <> 'live'::text) OR (hidden_at IS NULL))),
    CHECK (((thread_id = comment_id) = (reply_to IS NULL))),
    CHECK ((state = ANY (ARRAY['live'::text, 'held'::text, 'hidden'::text, 'deleted'::text])))
);
CREATE INDEX comment_of_author ON comments.comment USING btree (circle_id, author_id, comment_id DESC);
CREATE INDEX comment_of_post ON comments.comment USING btree (circle_id, post_id, thread_id, comment_id);
CREATE INDEX comment_to_erase ON comments.comment USING btree (deleted_at, comment_id) WHERE ((state = 'deleted'::text) AND (NOT erased));
CREATE INDEX comment_written ON comments.comment USING btree (circle_id, author_id, made_at DESC, comment_id DESC);

create table comments.comment_history (  -- dist:circle_id
    circle_id uuid not null,
    comment_id uuid not null,
    version integer not null,
    body text not null,
    html text not null,
    replaced_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, comment_id, version),
    FOREIGN KEY (circle_id, comment_id) REFERENCES comments.comment(circle_id, comment_id) ON DELETE CASCADE
);

create table complaints.complaint (  -- dist:circle_id
    circle_id uuid not null,
    complaint_id uuid not null,
    kind text not null,
    thing_id uuid not null,
    account_id uuid,
    reports integer not null,
    state text not null,
    opened_at timestamp with time zone not null,
    verdict text,
    reason text not null,
    settled_by uuid,
    settled_at timestamp with time zone,
    PRIMARY KEY (circle_id, complaint_id),
    CHECK ((((state = 'settled'::text) = (settled_at IS NOT NULL)) AND ((settled_at IS NULL) = (verdict IS NULL)))),
    CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text]))),
    CHECK ((verdict = ANY (ARRAY['none'::text, 'warned'::text, 'unlisted'::text, 'frozen'::text, 'closed'::text])))
);
CREATE INDEX complaint_of_thing ON complaints.complaint USING btree (circle_id, kind, thing_id, complaint_id DESC);
CREATE INDEX complaint_waiting ON complaints.complaint USING btree (opened_at, complaint_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX complaint_once ON complaints.complaint USING btree (circle_id, kind, thing_id) WHERE (state = 'open'::text);

create table comps.comp (  -- dist:circle_id
    circle_id uuid not null,
    comp_id uuid not null,
    account_id uuid not null,
    plan_id uuid,
    last_day date,
    reason text not null,
    given_by uuid,
    given_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    PRIMARY KEY (circle_id, comp_id)
);
CREATE INDEX comp_newest ON comps.comp USING btree (circle_id, comp_id DESC) WHERE (ended_at IS NULL);
CREATE INDEX comp_of_account ON comps.comp USING btree (circle_id, account_id, comp_id);
CREATE UNIQUE INDEX comp_once ON comps.comp USING btree (circle_id, account_id) WHERE (ended_at IS NULL);

create table content.apart_counter (  -- dist:circle_id
    circle_id uuid not null,
    next_number bigint not null,
    last_number bigint not null,
    taken bigint not null,
    PRIMARY KEY (circle_id)
);

create table content.byline (  -- dist:circle_id
    circle_id uuid not null,
    byline text not null,
    account_id uuid,
    assigned_by uuid,
    assigned_at timestamp with time zone,
    PRIMARY KEY (circle_id, byline),
    CHECK ((((account_id IS NULL) = (assigned_by IS NULL)) AND ((account_id IS NULL) = (assigned_at IS NULL))))
);
CREATE INDEX byline_by_account ON content.byline USING btree (circle_id, account_id) WHERE (account_id IS NOT NULL);

create table content.post (  -- dist:circle_id
    circle_id uuid not null,
    post_id uuid not null,
    number bigint,
    kind text not null default 'post'::text,
    author_id uuid,
    byline text,
    title text not null default ''::text,
    body text not null,
    html text not null,
    excerpt text not null,
    pictures text[] not null default '{}'::text[],
    picture_count integer not null default 0,
    minutes integer not null,
    mentioned uuid[] not null default '{}'::uuid[],
    state text not null,
    created_at timestamp with time zone not null,
    publish_at timestamp with time zone,
    published_at timestamp with time zone,
    active_at timestamp with time zone,
    edited_at timestamp with time zone,
    edits integer not null default 0,
    comment_count bigint not null default 0,
    reaction_count bigint not null default 0,
    pinned_order bigint,
    pinned_until timestamp with time zone,
    highlighted_at timestamp with time zone,
    highlighted_by uuid,
    highlight_why text,
    preview boolean not null default false,
    wakes boolean not null default true,
    import_key text,
    hidden_at timestamp with time zone,
    hidden_by uuid,
    hidden_why text,
    deleted_at timestamp with time zone,
    deleted_by uuid,
    erased boolean not null default false,
    locks text[] not null default '{}'::text[],
    protection boolean,
    held_at timestamp with time zone,
    UNIQUE (circle_id, number),
    PRIMARY KEY (circle_id, post_id),
    CHECK (
CASE
    WHEN (kind = 'homework'::text) THEN ((state = ANY (ARRAY['apart'::text, 'hidden'::text, 'deleted'::text])) AND (number IS NOT NULL))
    ELSE (state <> 'apart'::text)
END),
    CHECK (
CASE state
    WHEN 'live'::text THEN ((number IS NOT NULL) AND (published_at IS NOT NULL) AND (active_at IS NOT NULL))
    WHEN 'hidden'::text THEN (((number IS NOT NULL) AND (published_at IS NOT NULL) AND (active_at IS NOT NULL)) OR (held_at IS NOT NULL))
    ELSE true
END),
    CHECK ((((hidden_at IS NULL) = (hidden_by IS NULL)) AND ((hidden_at IS NULL) = (hidden_why IS NULL)))),
    CHECK ((((state = 'deleted'::text) = (deleted_at IS NOT NULL)) AND ((deleted_at IS NULL) = (deleted_by IS NULL)))),
    CHECK (((NOT erased) OR (state = 'deleted'::text))),
    CHECK (((author_id IS NOT NULL) OR (byline IS NOT NULL))),
    CHECK (((highlighted_at IS NULL) = (highlighted_by IS NULL))),
    CHECK (((pinned_until IS NULL) OR (pinned_order IS NOT NULL))),
    CHECK (((state <> 'apart'::text) OR (hidden_at IS NULL))),
    CHECK (((state <> 'held'::text) OR ((held_at IS NOT NULL) AND (kind <> 'homework'::text)))),
    CHECK (((state <> 'hidden'::text) OR (hidden_at IS NOT NULL))),
    CHECK (((state <> 'live'::text) OR (hidden_at IS NULL))),
    CHECK (((state <> 'scheduled'::text) OR ((number IS NULL) AND (published_at IS NULL) AND (publish_at IS NOT NULL)))),
    CHECK ((kind = ANY (ARRAY['post'::text, 'task'::text, 'homework'::text]))),
    CHECK ((state = ANY (ARRAY['live'::text, 'apart'::text, 'scheduled'::text, 'held'::text, 'hidden'::text, 'deleted'::text])))
);
CREATE INDEX post_by_activity ON content.post USING btree (circle_id, active_at DESC, post_id DESC) WHERE (state = 'live'::text);
CREATE INDEX post_by_author ON content.post USING btree (circle_id, author_id, number DESC) WHERE (state = 'live'::text);
CREATE INDEX post_by_byline ON content.post USING btree (circle_id, byline, post_id) WHERE (byline IS NOT NULL);
CREATE INDEX post_by_number ON content.post USING btree (circle_id, number DESC) WHERE (state = 'live'::text);
CREATE INDEX post_due ON content.post USING btree (publish_at, post_id) WHERE (state = 'scheduled'::text);
CREATE INDEX post_highlights_by_activity ON content.post USING btree (circle_id, active_at DESC, post_id DESC) WHERE ((state = 'live'::text) AND (highlighted_at IS NOT NULL));
CREATE INDEX post_highlights_by_number ON content.post USING btree (circle_id, number DESC) WHERE ((state = 'live'::text) AND (highlighted_at IS NOT NULL));
CREATE INDEX post_highlights_by_pick ON content.post USING btree (circle_id, highlighted_at DESC, post_id DESC) WHERE ((state = 'live'::text) AND (highlighted_at IS NOT NULL));
CREATE INDEX post_of_author ON content.post USING btree (circle_id, author_id, post_id DESC);
CREATE INDEX post_pinned ON content.post USING btree (circle_id, pinned_order) WHERE ((state = 'live'::text) AND (pinned_order IS NOT NULL));
CREATE INDEX post_previews ON content.post USING btree (circle_id, number DESC) WHERE ((state = 'live'::text) AND preview);
CREATE INDEX post_to_erase ON content.post USING btree (deleted_at, post_id) WHERE ((state = 'deleted'::text) AND (NOT erased));
CREATE INDEX post_waking ON content.post USING btree (circle_id, number DESC) WHERE ((state = 'live'::text) AND wakes);
CREATE INDEX post_written ON content.post USING btree (circle_id, author_id, published_at DESC, post_id DESC) WHERE (published_at IS NOT NULL);
CREATE UNIQUE INDEX post_import_key ON content.post USING btree (circle_id, import_key) WHERE (import_key IS NOT NULL);

create table content.post_history (  -- dist:circle_id
    circle_id uuid not null,
    post_id uuid not null,
    version integer not null,
    title text not null,
    body text not null,
    html text not null,
    replaced_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, post_id, version),
    FOREIGN KEY (circle_id, post_id) REFERENCES content.post(circle_id, post_id) ON DELETE CASCADE
);

create table coupons.code (  -- dist:circle_id
    circle_id uuid not null,
    claim bytea not null,
    coupon_id uuid not null,
    number integer not null,
    uses_most integer,
    uses integer not null default 0,
    UNIQUE (circle_id, coupon_id, number),
    PRIMARY KEY (circle_id, claim),
    CHECK ((uses >= 0))
);

create table coupons.coupon (  -- dist:circle_id
    circle_id uuid not null,
    coupon_id uuid not null,
    name text not null,
    word text,
    kind text not null,
    percent integer,
    amount bigint,
    currency text,
    plan_id uuid,
    purpose text not null,
    uses_most integer,
    person_most integer,
    first_day date,
    last_day date,
    codes integer not null,
    uses integer not null default 0,
    state text not null default 'on'::text,
    made_by uuid not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, coupon_id),
    CHECK (((amount IS NULL) = (currency IS NULL))),
    CHECK (((kind = 'fixed'::text) = (amount IS NOT NULL))),
    CHECK (((kind = 'percent'::text) = (percent IS NOT NULL))),
    CHECK (((percent >= 1) AND (percent <= 99))),
    CHECK (((word IS NULL) OR (codes = 1))),
    CHECK ((amount > 0)),
    CHECK ((codes > 0)),
    CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CHECK ((kind = ANY (ARRAY['fixed'::text, 'percent'::text, 'full'::text]))),
    CHECK ((last_day >= first_day)),
    CHECK ((person_most > 0)),
    CHECK ((purpose = ANY (ARRAY['both'::text, 'join'::text, 'renew'::text]))),
    CHECK ((state = ANY (ARRAY['on'::text, 'off'::text]))),
    CHECK ((uses >= 0)),
    CHECK ((uses_most > 0))
);

create table coupons.use (  -- dist:circle_id
    circle_id uuid not null,
    order_id uuid not null,
    coupon_id uuid not null,
    number integer not null,
    account_id uuid not null,
    discount bigint not null,
    currency text not null,
    state text not null,
    made_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    PRIMARY KEY (circle_id, order_id),
    CHECK (((state = 'reserved'::text) = (ended_at IS NULL))),
    CHECK ((discount >= 0)),
    CHECK ((state = ANY (ARRAY['reserved'::text, 'used'::text, 'released'::text])))
);
CREATE INDEX use_of_person ON coupons.use USING btree (circle_id, coupon_id, account_id) WHERE (state <> 'released'::text);

create table curation.highlight_log (  -- dist:circle_id
    circle_id uuid not null,
    log_id uuid not null,
    post_id uuid not null,
    account_id uuid not null,
    act text not null,
    why text not null default ''::text,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, log_id),
    CHECK ((act = ANY (ARRAY['picked'::text, 'removed'::text])))
);
CREATE INDEX highlight_log_by_post ON curation.highlight_log USING btree (circle_id, post_id, log_id);

create table curation.pin_counter (  -- dist:circle_id
    circle_id uuid not null,
    last_order bigint not null,
    PRIMARY KEY (circle_id)
);

create table demo.circle (  -- dist:circle_id
    circle_id uuid not null,
    PRIMARY KEY (circle_id)
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

create table directory.choice (  -- dist:circle_id
    circle_id uuid not null,
    open boolean not null,
    PRIMARY KEY (circle_id)
);

create table directory.entry (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    entry_id uuid not null,
    state text not null,
    expertise text[] not null default '{}'::text[],
    interests text[] not null default '{}'::text[],
    region text not null default ''::text,
    place text not null default ''::text,
    offers text not null default ''::text,
    seeks text not null default ''::text,
    contact text not null default ''::text,
    link text not null default ''::text,
    expertise_for text not null,
    interests_for text not null,
    place_for text not null,
    offers_for text not null,
    seeks_for text not null,
    contact_for text not null,
    widest text not null,
    words tsvector not null default ''::tsvector,
    written_at timestamp with time zone not null,
    out_by uuid,
    out_at timestamp with time zone,
    out_reason text not null default ''::text,
    UNIQUE (circle_id, entry_id),
    PRIMARY KEY (circle_id, account_id),
    CHECK (((state <> 'listed'::text) OR (widest = ANY (ARRAY['listed'::text, 'members'::text])))),
    CHECK (((state = 'out'::text) = (out_at IS NOT NULL))),
    CHECK ((contact_for = ANY (ARRAY['nobody'::text, 'staff'::text, 'listed'::text, 'members'::text]))),
    CHECK ((expertise_for = ANY (ARRAY['nobody'::text, 'staff'::text, 'listed'::text, 'members'::text]))),
    CHECK ((interests_for = ANY (ARRAY['nobody'::text, 'staff'::text, 'listed'::text, 'members'::text]))),
    CHECK ((offers_for = ANY (ARRAY['nobody'::text, 'staff'::text, 'listed'::text, 'members'::text]))),
    CHECK ((place_for = ANY (ARRAY['nobody'::text, 'staff'::text, 'listed'::text, 'members'::text]))),
    CHECK ((seeks_for = ANY (ARRAY['nobody'::text, 'staff'::text, 'listed'::text, 'members'::text]))),
    CHECK ((state = ANY (ARRAY['draft'::text, 'listed'::text, 'out'::text]))),
    CHECK ((widest = ANY (ARRAY['nobody'::text, 'staff'::text, 'listed'::text, 'members'::text])))
);
CREATE INDEX entry_listed ON directory.entry USING btree (circle_id, entry_id) WHERE (state = 'listed'::text);
CREATE INDEX entry_taken_out ON directory.entry USING btree (circle_id, entry_id) WHERE (state = 'out'::text);
CREATE INDEX entry_words ON directory.entry USING gin (words) WITH (fastupdate=off) WHERE (state = 'listed'::text);

create table drafts.draft (  -- dist:account_id
    account_id uuid not null,
    circle_id uuid not null,
    place_id uuid not null,
    title text not null,
    body text not null,
    saved_at timestamp with time zone not null,
    PRIMARY KEY (account_id, circle_id, place_id)
);
CREATE INDEX draft_saved_at ON drafts.draft USING btree (saved_at);

create table entrance.attempt (  -- dist:who
    who bytea not null,
    kind text not null,
    tries integer not null,
    first_at timestamp with time zone not null,
    PRIMARY KEY (who, kind)
);
CREATE INDEX attempt_first_at ON entrance.attempt USING btree (first_at);

create table entrance.reset_wish (  -- dist:value
    value text not null,
    wish_id uuid not null,
    locale text not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (value, wish_id)
);
CREATE INDEX reset_wish_made_at ON entrance.reset_wish USING btree (made_at);

create table entrance.set_up (  -- dist:local
    one boolean not null,
    code_hash bytea not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (one),
    CHECK (one)
);

create table exports.run (  -- dist:circle_id
    circle_id uuid not null,
    run_id uuid not null,
    state text not null,
    made_at timestamp with time zone not null,
    blinded_key bytea,
    key_check text,
    total bigint not null default 0,
    done bigint not null default 0,
    crate integer not null default 0,
    part integer not null default 0,
    after text[] not null default '{}'::text[],
    counts text not null default '{}'::text,
    position bigint not null default 0,
    directory bigint not null default 0,
    entries bigint not null default 0,
    bytes bigint not null default 0,
    lease_until timestamp with time zone,
    finished_at timestamp with time zone,
    expires_at timestamp with time zone,
    PRIMARY KEY (circle_id, run_id),
    CHECK (((state <> 'done'::text) OR (expires_at IS NOT NULL))),
    CHECK (((state = 'running'::text) = (finished_at IS NULL))),
    CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text, 'cancelled'::text, 'expired'::text])))
);
CREATE INDEX run_expiring ON exports.run USING btree (expires_at) WHERE (state = 'done'::text);
CREATE INDEX run_working ON exports.run USING btree (run_id) WHERE (state = 'running'::text);
CREATE UNIQUE INDEX run_one_running ON exports.run USING btree (circle_id) WHERE (state = 'running'::text);

create table files.copy (  -- dist:circle_id
    circle_id uuid not null,
    copy_id uuid not null,
    address text not null,
    file_id uuid not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, copy_id),
    FOREIGN KEY (circle_id, file_id) REFERENCES files.file(circle_id, file_id)
);
CREATE INDEX copy_by_file ON files.copy USING btree (circle_id, file_id);

create table files.file (  -- dist:circle_id
    circle_id uuid not null,
    file_id uuid not null,
    account_id uuid not null,
    name text not null,
    kind text not null,
    type text not null,
    bytes bigint not null,
    width integer not null default 0,
    height integer not null default 0,
    widths integer[] not null default '{}'::integer[],
    colour text,
    shown boolean not null default false,
    made_at timestamp with time zone not null,
    loose_since timestamp with time zone,
    digest text,
    PRIMARY KEY (circle_id, file_id),
    CHECK ((kind = ANY (ARRAY['picture'::text, 'audio'::text, 'video'::text, 'document'::text, 'other'::text])))
);
CREATE INDEX file_by_account ON files.file USING btree (circle_id, account_id, file_id);
CREATE INDEX file_by_digest ON files.file USING btree (circle_id, digest) WHERE (digest IS NOT NULL);
CREATE INDEX file_loose ON files.file USING btree (loose_since, file_id) WHERE (loose_since IS NOT NULL);

create table files.holding (  -- dist:circle_id
    circle_id uuid not null,
    holder_id uuid not null,
    file_id uuid not null,
    post_id uuid,
    draft boolean not null default false,
    comment_id uuid,
    PRIMARY KEY (circle_id, holder_id, file_id),
    FOREIGN KEY (circle_id, file_id) REFERENCES files.file(circle_id, file_id)
);
CREATE INDEX holding_by_file ON files.holding USING btree (circle_id, file_id);

create table files.portrait (  -- dist:account_id
    account_id uuid not null,
    file_id uuid not null,
    type text not null,
    widths integer[] not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (account_id, file_id)
);

create table following.follow (  -- dist:account_id
    account_id uuid not null,
    circle_id uuid not null,
    target text not null,
    followed_at timestamp with time zone not null,
    PRIMARY KEY (account_id, circle_id, target)
);
CREATE INDEX follow_newest ON following.follow USING btree (account_id, followed_at DESC, circle_id, target);

create table following.followed (  -- dist:circle_id
    circle_id uuid not null,
    target text not null,
    followers bigint not null default 0,
    PRIMARY KEY (circle_id, target),
    CHECK ((followers >= 0))
);

create table gifts.account_card (  -- dist:account_id
    account_id uuid not null,
    card_id uuid not null,
    circle_id uuid not null,
    PRIMARY KEY (account_id, card_id)
);

create table gifts.account_parcel (  -- dist:account_id
    account_id uuid not null,
    order_id uuid not null,
    circle_id uuid not null,
    paid_at timestamp with time zone,
    PRIMARY KEY (account_id, order_id)
);
CREATE INDEX account_parcel_newest ON gifts.account_parcel USING btree (account_id, paid_at DESC, order_id DESC) WHERE (paid_at IS NOT NULL);

create table gifts.card (  -- dist:circle_id
    circle_id uuid not null,
    card_id uuid not null,
    order_id uuid not null,
    number integer not null,
    worth bigint not null,
    returned bigint not null default 0,
    currency text not null,
    state text not null,
    account_id uuid,
    valid_until date not null,
    first_day date,
    last_day date,
    ended_at timestamp with time zone,
    UNIQUE (circle_id, order_id, number),
    PRIMARY KEY (circle_id, card_id),
    CHECK (((returned = 0) OR (state = 'returned'::text))),
    CHECK (((returned >= 0) AND (returned <= worth))),
    CHECK (((state <> 'unused'::text) OR (account_id IS NULL))),
    CHECK (((state <> 'waiting'::text) OR (account_id IS NOT NULL))),
    CHECK (((state = ANY (ARRAY['used'::text, 'returned'::text])) = (ended_at IS NOT NULL))),
    CHECK ((state = ANY (ARRAY['unused'::text, 'waiting'::text, 'used'::text, 'returned'::text])))
);
CREATE INDEX card_by_state ON gifts.card USING btree (circle_id, state, valid_until);
CREATE UNIQUE INDEX card_waiting_once ON gifts.card USING btree (circle_id, account_id) WHERE (state = 'waiting'::text);

create table gifts.claim (  -- dist:claim
    claim bytea not null,
    circle_id uuid not null,
    card_id uuid not null,
    PRIMARY KEY (claim)
);
CREATE INDEX claim_of_card ON gifts.claim USING btree (circle_id, card_id);

create table gifts.parcel (  -- dist:circle_id
    circle_id uuid not null,
    order_id uuid not null,
    giver_id uuid,
    giver text not null,
    greeting text not null,
    plan_id uuid not null,
    plan_name text not null,
    kind text not null,
    lasts integer,
    last_day date,
    cards integer not null,
    paid_at timestamp with time zone,
    PRIMARY KEY (circle_id, order_id),
    CHECK (((cards >= 1) AND (cards <= 50))),
    CHECK (((kind = 'until'::text) = (last_day IS NOT NULL))),
    CHECK (((kind = ANY (ARRAY['days'::text, 'months'::text])) = (lasts IS NOT NULL))),
    CHECK ((kind = ANY (ARRAY['lifetime'::text, 'days'::text, 'months'::text, 'until'::text, 'monthly'::text, 'yearly'::text])))
);
CREATE INDEX parcel_newest ON gifts.parcel USING btree (circle_id, paid_at DESC, order_id DESC) WHERE (paid_at IS NOT NULL);

create table highlights.dismissed (  -- dist:circle_id
    circle_id uuid not null,
    post_id uuid not null,
    made_by uuid,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, post_id)
);
CREATE INDEX dismissed_by ON highlights.dismissed USING btree (circle_id, made_by) WHERE (made_by IS NOT NULL);

create table homework.grade (  -- dist:circle_id
    circle_id uuid not null,
    grade_id uuid not null,
    task_id uuid not null,
    account_id uuid not null,
    version integer not null,
    grade text not null,
    remark text not null,
    made_by uuid,
    made_at timestamp with time zone not null,
    taken_back_at timestamp with time zone,
    PRIMARY KEY (circle_id, grade_id),
    FOREIGN KEY (circle_id, task_id, account_id) REFERENCES homework.submission(circle_id, task_id, account_id) ON DELETE CASCADE
);
CREATE INDEX grade_of_submission ON homework.grade USING btree (circle_id, task_id, account_id, grade_id DESC);

create table homework.reminder (  -- dist:circle_id
    circle_id uuid not null,
    task_id uuid not null,
    account_id uuid not null,
    made_by uuid,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, task_id, account_id),
    FOREIGN KEY (circle_id, task_id) REFERENCES homework.task(circle_id, task_id) ON DELETE CASCADE
);
CREATE INDEX reminder_of_account ON homework.reminder USING btree (circle_id, account_id);

create table homework.reviewer (  -- dist:circle_id
    circle_id uuid not null,
    task_id uuid not null,
    account_id uuid not null,
    PRIMARY KEY (circle_id, task_id, account_id),
    FOREIGN KEY (circle_id, task_id) REFERENCES homework.task(circle_id, task_id) ON DELETE CASCADE
);
CREATE INDEX reviewer_of_account ON homework.reviewer USING btree (circle_id, account_id);

create table homework.submission (  -- dist:circle_id
    circle_id uuid not null,
    task_id uuid not null,
    account_id uuid not null,
    post_id uuid not null,
    version integer not null,
    handed_at timestamp with time zone not null,
    late_seconds bigint not null,
    grade_id uuid,
    grade text,
    graded_at timestamp with time zone,
    PRIMARY KEY (circle_id, task_id, account_id),
    FOREIGN KEY (circle_id, task_id) REFERENCES homework.task(circle_id, task_id),
    CHECK ((((grade_id IS NULL) = (grade IS NULL)) AND ((grade IS NULL) = (graded_at IS NULL)))),
    CHECK (((version > 0) AND (late_seconds >= 0)))
);
CREATE INDEX submission_of_account ON homework.submission USING btree (circle_id, account_id);
CREATE INDEX submission_waiting ON homework.submission USING btree (circle_id, handed_at, post_id) WHERE (grade_id IS NULL);
CREATE INDEX submission_waiting_by_task ON homework.submission USING btree (circle_id, task_id, handed_at, post_id) WHERE (grade_id IS NULL);
CREATE UNIQUE INDEX submission_by_task ON homework.submission USING btree (circle_id, task_id, post_id DESC);
CREATE UNIQUE INDEX submission_of_post ON homework.submission USING btree (circle_id, post_id);

create table homework.task (  -- dist:circle_id
    circle_id uuid not null,
    task_id uuid not null,
    number bigint not null,
    due_on date,
    grace_hours integer not null,
    resubmissions integer,
    peers text not null,
    scale text not null,
    made_by uuid,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, task_id),
    CHECK ((((grace_hours >= 0) AND (grace_hours <= 720)) AND ((due_on IS NOT NULL) OR (grace_hours = 0)))),
    CHECK (((resubmissions >= 0) AND (resubmissions <= 100))),
    CHECK ((peers = ANY (ARRAY['never'::text, 'after'::text, 'always'::text]))),
    CHECK ((scale = ANY (ARRAY['none'::text, 'pass'::text, 'five'::text, 'letters'::text, 'hundred'::text])))
);
CREATE UNIQUE INDEX task_by_number ON homework.task USING btree (circle_id, number DESC);

create table idempotency.answer (  -- dist:account_id
    account_id uuid not null,
    key text not null,
    request_hash bytea not null,
    status integer,
    location text,
    body text,
    made_at timestamp with time zone not null,
    PRIMARY KEY (account_id, key)
);
CREATE INDEX answer_made_at ON idempotency.answer USING btree (made_at);

create table imports.article (  -- dist:circle_id
    circle_id uuid not null,
    run_id uuid not null,
    position integer not null,
    path text not null,
    title text not null,
    published_at timestamp with time zone not null,
    author text not null default ''::text,
    tags text[] not null default '{}'::text[],
    state text not null,
    number bigint,
    highlight boolean not null default false,
    PRIMARY KEY (circle_id, run_id, "position"),
    FOREIGN KEY (circle_id, run_id) REFERENCES imports.run(circle_id, run_id),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'kept'::text, 'same'::text, 'refused'::text])))
);
CREATE INDEX article_waiting ON imports.article USING btree (circle_id, run_id, "position") WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX article_path ON imports.article USING btree (circle_id, run_id, path);

create table imports.oddity (  -- dist:circle_id
    circle_id uuid not null,
    run_id uuid not null,
    oddity_id uuid not null,
    path text not null,
    code text not null,
    detail text not null default ''::text,
    PRIMARY KEY (circle_id, run_id, oddity_id),
    FOREIGN KEY (circle_id, run_id) REFERENCES imports.run(circle_id, run_id)
);

create table imports.run (  -- dist:circle_id
    circle_id uuid not null,
    run_id uuid not null,
    state text not null,
    file_name text not null,
    made_by uuid not null,
    made_at timestamp with time zone not null,
    total integer not null,
    done integer not null default 0,
    same integer not null default 0,
    finished_at timestamp with time zone,
    lease_until timestamp with time zone,
    with_pictures boolean not null default false,
    away_pictures integer not null default 0,
    away_hosts integer not null default 0,
    PRIMARY KEY (circle_id, run_id),
    CHECK (((state = ANY (ARRAY['done'::text, 'cancelled'::text])) = (finished_at IS NOT NULL))),
    CHECK ((state = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'cancelled'::text])))
);
CREATE INDEX run_working ON imports.run USING btree (circle_id, run_id) WHERE (state = 'running'::text);

create table index.change (  -- dist:circle_id
    circle_id uuid not null,
    change_id uuid not null,
    kind text not null,
    about_id uuid not null,
    PRIMARY KEY (circle_id, change_id)
);
CREATE INDEX change_waiting ON index.change USING btree (change_id);

create table index.document (  -- dist:circle_id
    circle_id uuid not null,
    document_id uuid not null,
    kind text not null,
    number bigint not null,
    added_at timestamp with time zone not null,
    words tsvector not null,
    front tsvector not null default ''::tsvector,
    PRIMARY KEY (circle_id, document_id)
);
CREATE INDEX document_words ON index.document USING gin (words) WITH (fastupdate=off);

create table index.progress (  -- dist:circle_id
    circle_id uuid not null,
    version integer not null,
    stage text not null,
    after_id uuid not null,
    documents bigint not null default 0,
    last_number bigint not null default 0,
    PRIMARY KEY (circle_id),
    CHECK ((stage = ANY (ARRAY['post'::text, 'comment'::text, 'member'::text, 'column'::text, 'done'::text])))
);
CREATE INDEX progress_to_do ON index.progress USING btree (circle_id) WHERE (stage <> 'done'::text);
CREATE INDEX progress_version ON index.progress USING btree (version);

create table index.term (  -- dist:circle_id
    circle_id uuid not null,
    term text not null,
    documents bigint not null,
    PRIMARY KEY (circle_id, term)
);

create table invitations.invitation (  -- dist:circle_id
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
CREATE INDEX invitation_by_maker ON invitations.invitation USING btree (circle_id, made_by, invitation_id);

create table invitations.invitation_claim (  -- dist:code_hash
    code_hash bytea not null,
    circle_id uuid not null,
    invitation_id uuid not null,
    PRIMARY KEY (code_hash)
);

create table jobs.scheduled_task (  -- dist:local
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
CREATE INDEX scheduled_task_execution_time ON jobs.scheduled_task USING btree (execution_time);
CREATE INDEX scheduled_task_last_heartbeat ON jobs.scheduled_task USING btree (last_heartbeat);

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
CREATE INDEX event_parked ON kernel.event USING btree (event_id) WHERE parked;
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

create table ledger.balance (  -- dist:circle_id
    circle_id uuid not null,
    purse_id uuid not null,
    purpose text not null,
    of_id uuid,
    currency text not null,
    posted bigint not null default 0,
    pending bigint not null default 0,
    may_owe boolean not null,
    PRIMARY KEY (circle_id, purse_id),
    CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CHECK ((may_owe OR ((posted - pending) >= 0))),
    CHECK ((pending >= 0))
);
CREATE INDEX balance_by_purpose ON ledger.balance USING btree (circle_id, purpose, purse_id);

create table ledger.hold (  -- dist:circle_id
    circle_id uuid not null,
    hold_id uuid not null,
    purse_id uuid not null,
    amount bigint not null,
    currency text not null,
    cause_id uuid not null,
    state text not null,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    PRIMARY KEY (circle_id, hold_id),
    CHECK (((state = 'reserved'::text) = (ended_at IS NULL))),
    CHECK ((amount > 0)),
    CHECK ((state = ANY (ARRAY['reserved'::text, 'settled'::text, 'released'::text])))
);
CREATE INDEX hold_due ON ledger.hold USING btree (expires_at) WHERE (state = 'reserved'::text);
CREATE INDEX hold_of_purse ON ledger.hold USING btree (circle_id, purse_id) WHERE (state = 'reserved'::text);

create table ledger.proof (  -- dist:circle_id
    circle_id uuid not null,
    proven_at timestamp with time zone not null,
    transfers bigint not null,
    faults bigint not null,
    first_fault text,
    PRIMARY KEY (circle_id),
    CHECK (((faults = 0) = (first_fault IS NULL)))
);
CREATE INDEX proof_faulty ON ledger.proof USING btree (proven_at) WHERE (faults > 0);

create table ledger.transfer (  -- dist:circle_id
    circle_id uuid not null,
    transfer_id uuid not null,
    from_id uuid not null,
    to_id uuid not null,
    amount bigint not null,
    currency text not null,
    reason text not null,
    cause_id uuid not null,
    reverses_id uuid,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, transfer_id),
    CHECK ((amount > 0)),
    CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CHECK ((from_id <> to_id))
);
CREATE INDEX transfer_from ON ledger.transfer USING btree (circle_id, from_id, made_at DESC, transfer_id DESC);
CREATE INDEX transfer_story ON ledger.transfer USING btree (circle_id, cause_id);
CREATE INDEX transfer_to ON ledger.transfer USING btree (circle_id, to_id, made_at DESC, transfer_id DESC);
CREATE UNIQUE INDEX transfer_reversed_once ON ledger.transfer USING btree (circle_id, reverses_id) WHERE (reverses_id IS NOT NULL);

create table letters.letter (  -- dist:circle_id
    circle_id uuid not null,
    letter_id uuid not null,
    account_id uuid not null,
    matter text not null,
    about uuid,
    subject text not null,
    state text not null,
    waits text not null,
    waits_since timestamp with time zone not null,
    opened_at timestamp with time zone not null,
    last_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    closed_by uuid,
    PRIMARY KEY (circle_id, letter_id),
    CHECK (((about IS NULL) OR (matter = ANY (ARRAY['mute'::text, 'refund'::text])))),
    CHECK (((closed_by IS NULL) OR (closed_at IS NOT NULL))),
    CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
    CHECK ((matter = ANY (ARRAY['mute'::text, 'refund'::text, 'removal'::text, 'other'::text]))),
    CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text]))),
    CHECK ((waits = ANY (ARRAY['staff'::text, 'member'::text])))
);
CREATE INDEX letter_appeals ON letters.letter USING btree (circle_id, waits_since, letter_id) WHERE ((state = 'open'::text) AND (waits = 'staff'::text) AND (matter = ANY (ARRAY['mute'::text, 'removal'::text])));
CREATE INDEX letter_closed ON letters.letter USING btree (circle_id, letter_id DESC) WHERE (state = 'closed'::text);
CREATE INDEX letter_of_member ON letters.letter USING btree (circle_id, account_id, letter_id DESC);
CREATE INDEX letter_waiting ON letters.letter USING btree (circle_id, waits, waits_since, letter_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX letter_once ON letters.letter USING btree (circle_id, account_id, matter, about, subject) NULLS NOT DISTINCT WHERE (state = 'open'::text);

create table letters.line (  -- dist:circle_id
    circle_id uuid not null,
    letter_id uuid not null,
    line_id uuid not null,
    author_id uuid,
    staff boolean not null,
    text text not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, letter_id, line_id)
);
CREATE INDEX line_of_author ON letters.line USING btree (circle_id, author_id);

create table log.entry (  -- dist:circle_id
    circle_id uuid not null,
    entry_id uuid not null,
    kind text not null,
    by_id uuid not null,
    whose_id uuid,
    about text not null,
    reason text not null,
    at timestamp with time zone not null,
    before text not null default ''::text,
    after text not null default ''::text,
    PRIMARY KEY (circle_id, entry_id)
);
CREATE INDEX entry_by ON log.entry USING btree (circle_id, by_id, entry_id DESC);
CREATE INDEX entry_kind ON log.entry USING btree (circle_id, kind, entry_id DESC);
CREATE INDEX entry_whose ON log.entry USING btree (circle_id, whose_id, entry_id DESC) WHERE (whose_id IS NOT NULL);
CREATE INDEX entry_whose_at ON log.entry USING btree (circle_id, whose_id, at DESC, entry_id DESC) WHERE (whose_id IS NOT NULL);

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
    bulk boolean not null default false,
    leave_url text,
    PRIMARY KEY (bucket, message_id),
    CHECK (((bucket >= 0) AND (bucket <= 15))),
    CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX message_due ON mail.message USING btree (bulk, next_at, message_id) WHERE (state = 'waiting'::text);
CREATE INDEX message_due_of_bucket ON mail.message USING btree (bucket, bulk, next_at, message_id) WHERE (state = 'waiting'::text);
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

create table members.counter (  -- dist:circle_id
    circle_id uuid not null,
    last_number bigint not null,
    PRIMARY KEY (circle_id)
);

create table members.discretion (  -- dist:account_id
    account_id uuid not null,
    discreet boolean not null,
    chosen_at timestamp with time zone not null,
    PRIMARY KEY (account_id)
);

create table members.handover (  -- dist:circle_id
    circle_id uuid not null,
    from_id uuid not null,
    to_id uuid not null,
    offered_at timestamp with time zone not null,
    PRIMARY KEY (circle_id),
    CHECK ((from_id <> to_id))
);

create table members.membership (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    number bigint not null,
    role text not null,
    state text not null,
    alias text not null,
    own_alias boolean not null default false,
    sort_key bytea not null,
    folded text not null,
    picture text,
    own_picture boolean not null default false,
    introduction text not null default ''::text,
    rules_version integer not null default 0,
    seen_number bigint not null default 0,
    joined_at timestamp with time zone not null,
    joined_number bigint not null default 0,
    seen_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    ended_by uuid,
    ended_reason text,
    discreet boolean not null default false,
    speaks_until timestamp with time zone,
    reads_until timestamp with time zone,
    tier integer not null default 0,
    closes text[] not null default '{}'::text[],
    barred boolean not null default false,
    barred_until timestamp with time zone,
    came text,
    UNIQUE (circle_id, number),
    PRIMARY KEY (circle_id, account_id),
    CHECK (((NOT barred) OR (state = 'removed'::text))),
    CHECK (((speaks_until IS NULL) = (reads_until IS NULL))),
    CHECK (((state = 'active'::text) = (ended_at IS NULL))),
    CHECK (((state = 'removed'::text) = (ended_by IS NOT NULL))),
    CHECK ((barred OR (barred_until IS NULL))),
    CHECK ((came = ANY (ARRAY['founded'::text, 'open'::text, 'password'::text, 'invitation'::text, 'application'::text, 'purchase'::text, 'trial'::text, 'gift'::text, 'list'::text, 'archive'::text]))),
    CHECK ((reads_until >= speaks_until)),
    CHECK ((role = ANY (ARRAY['owner'::text, 'partner'::text, 'admin'::text, 'guest_expert'::text, 'volunteer'::text, 'member'::text]))),
    CHECK ((state = ANY (ARRAY['active'::text, 'left'::text, 'removed'::text, 'expired'::text])))
);
CREATE INDEX membership_by_end ON members.membership USING btree (reads_until) WHERE ((state = 'active'::text) AND (reads_until IS NOT NULL));
CREATE INDEX membership_by_name ON members.membership USING btree (circle_id, folded, number) WHERE (state = 'active'::text);
CREATE INDEX membership_by_number ON members.membership USING btree (circle_id, state, number);
CREATE INDEX membership_by_role ON members.membership USING btree (circle_id, role, number) WHERE ((state = 'active'::text) AND (role <> 'member'::text));
CREATE INDEX membership_by_seen ON members.membership USING btree (circle_id, seen_at DESC, number DESC) WHERE (state = 'active'::text);
CREATE INDEX membership_discreet ON members.membership USING btree (circle_id, account_id) WHERE ((state = 'active'::text) AND discreet);
CREATE UNIQUE INDEX membership_one_owner ON members.membership USING btree (circle_id) WHERE ((role = 'owner'::text) AND (state = 'active'::text));

create table members.speaking (  -- dist:circle_id
    circle_id uuid not null,
    role text not null,
    surface text not null,
    allowed boolean not null,
    PRIMARY KEY (circle_id, role, surface),
    CHECK ((role = ANY (ARRAY['guest_expert'::text, 'volunteer'::text, 'member'::text])))
);

create table membertags.choice (  -- dist:circle_id
    circle_id uuid not null,
    own boolean not null,
    PRIMARY KEY (circle_id)
);

create table membertags.tag (  -- dist:circle_id
    circle_id uuid not null,
    tag_id uuid not null,
    grouping text not null,
    heading text not null default ''::text,
    name text not null,
    folded text not null,
    sort_key bytea not null,
    colour text not null default 'ink'::text,
    description text not null default ''::text,
    member_count bigint not null default 0,
    state text not null default 'live'::text,
    merged_into uuid,
    made_by uuid,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, tag_id),
    CHECK (("grouping" = ANY (ARRAY['expertise'::text, 'interest'::text, 'stage'::text, 'custom'::text]))),
    CHECK ((("grouping" = 'custom'::text) = (heading <> ''::text))),
    CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL))),
    CHECK ((member_count >= 0)),
    CHECK ((merged_into <> tag_id)),
    CHECK ((state = ANY (ARRAY['live'::text, 'merged'::text, 'dropped'::text])))
);
CREATE INDEX tag_ending ON membertags.tag USING btree (tag_id) WHERE (state <> 'live'::text);
CREATE UNIQUE INDEX tag_name ON membertags.tag USING btree (circle_id, folded) WHERE (state = 'live'::text);

create table membertags.worn (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    tag_id uuid not null,
    state text not null,
    how text not null,
    set_by uuid,
    set_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, account_id, tag_id),
    FOREIGN KEY (circle_id, tag_id) REFERENCES membertags.tag(circle_id, tag_id),
    CHECK ((how = ANY (ARRAY['staff'::text, 'own'::text, 'rule'::text, 'list'::text, 'answer'::text]))),
    CHECK ((state = ANY (ARRAY['worn'::text, 'wished'::text, 'declined'::text])))
);
CREATE INDEX worn_by_tag ON membertags.worn USING btree (circle_id, tag_id, account_id);
CREATE INDEX worn_set_by ON membertags.worn USING btree (circle_id, set_by);
CREATE INDEX worn_wished ON membertags.worn USING btree (circle_id, set_at, account_id, tag_id) WHERE (state = 'wished'::text);

create table notify.actor (  -- dist:account_id
    account_id uuid not null,
    notice_id uuid not null,
    actor_id uuid not null,
    PRIMARY KEY (account_id, notice_id, actor_id),
    FOREIGN KEY (account_id, notice_id) REFERENCES notify.notice(account_id, notice_id) ON DELETE CASCADE
);
CREATE INDEX actor_by_actor ON notify.actor USING btree (actor_id);

create table notify.bell (  -- dist:account_id
    account_id uuid not null,
    unseen integer not null default 0,
    fetched_at timestamp with time zone,
    PRIMARY KEY (account_id),
    CHECK ((unseen >= 0))
);

create table notify.broadcast (  -- dist:circle_id
    circle_id uuid not null,
    audience text not null,
    about text not null,
    kind text not null,
    number bigint,
    comment_id uuid,
    actor_id uuid not null,
    actor_name text not null,
    actor_picture text,
    title text not null default ''::text,
    excerpt text not null default ''::text,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, audience, about),
    CHECK ((kind = ANY (ARRAY['circle_closed'::text, 'circle_frozen'::text, 'circle_resumed'::text, 'column_published'::text, 'followed_comment'::text, 'followed_post'::text, 'post'::text])))
);
CREATE INDEX broadcast_by_actor ON notify.broadcast USING btree (circle_id, actor_id);
CREATE INDEX broadcast_made_at ON notify.broadcast USING btree (made_at);
CREATE INDEX broadcast_newest ON notify.broadcast USING btree (circle_id, audience, made_at DESC);

create table notify.notice (  -- dist:account_id
    account_id uuid not null,
    notice_id uuid not null,
    circle_id uuid not null,
    kind text not null,
    about text not null,
    number bigint,
    comment_id uuid,
    actor_id uuid,
    actor_name text not null default ''::text,
    actor_picture text,
    actors integer not null default 1,
    title text not null default ''::text,
    excerpt text not null default ''::text,
    detail text not null default ''::text,
    told_at timestamp with time zone not null,
    seen_at timestamp with time zone,
    read_at timestamp with time zone,
    PRIMARY KEY (account_id, notice_id),
    CHECK (((read_at IS NULL) OR (seen_at IS NOT NULL))),
    CHECK ((actors > 0)),
    CHECK ((kind = ANY (ARRAY['announcement'::text, 'application'::text, 'approved'::text, 'circle_closed'::text, 'circle_free'::text, 'circle_frozen'::text, 'circle_paid'::text, 'circle_resumed'::text, 'circle_warned'::text, 'column_published'::text, 'comment'::text, 'declined'::text, 'directory'::text, 'dispute_ended'::text, 'dispute_opened'::text, 'edit_asked'::text, 'followed_comment'::text, 'followed_post'::text, 'gift_ended'::text, 'gift_used'::text, 'grant_ended'::text, 'granted'::text, 'guest_pass_ending'::text, 'guest_pass_given'::text, 'guest_pass_over'::text, 'handover'::text, 'homework_graded'::text, 'homework_missing'::text, 'invoice_again'::text, 'invoice_asked'::text, 'invoice_issued'::text, 'letter'::text, 'letter_answered'::text, 'letter_closed'::text, 'membership_ending'::text, 'membership_over'::text, 'membership_renewed'::text, 'membership_renews'::text, 'mention'::text, 'money_waits'::text, 'muted'::text, 'order_paid'::text, 'orders_many'::text, 'part_opened'::text, 'payment_back'::text, 'payment_missing'::text, 'payout_approved'::text, 'payout_asked'::text, 'payout_failed'::text, 'payout_paid'::text, 'payout_returned'::text, 'payout_second'::text, 'post'::text, 'reaction'::text, 'refund_begun'::text, 'refund_done'::text, 'removed'::text, 'renewal_failed'::text, 'reply'::text, 'report_settled'::text, 'role'::text, 'unmuted'::text, 'warned'::text, 'welcomed'::text, 'words_deleted'::text, 'words_hidden'::text, 'words_out'::text])))
);
CREATE INDEX notice_by_actor ON notify.notice USING btree (actor_id) WHERE (actor_id IS NOT NULL);
CREATE INDEX notice_list ON notify.notice USING btree (account_id, told_at DESC, notice_id DESC);
CREATE INDEX notice_list_of_circle ON notify.notice USING btree (account_id, circle_id, told_at DESC, notice_id DESC);
CREATE INDEX notice_of_reactions ON notify.notice USING btree (account_id, circle_id, about) WHERE (kind = 'reaction'::text);
CREATE INDEX notice_told_at ON notify.notice USING btree (told_at);
CREATE INDEX notice_unseen ON notify.notice USING btree (account_id, told_at) WHERE (seen_at IS NULL);
CREATE UNIQUE INDEX notice_gathers ON notify.notice USING btree (account_id, circle_id, about) WHERE ((kind = 'reaction'::text) AND (seen_at IS NULL));
CREATE UNIQUE INDEX notice_once ON notify.notice USING btree (account_id, circle_id, about) WHERE (kind <> 'reaction'::text);

create table openings.opening (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    reason text not null,
    opened_at timestamp with time zone not null,
    until timestamp with time zone not null,
    PRIMARY KEY (circle_id, account_id)
);

create table orders.account_entry (  -- dist:account_id
    account_id uuid not null,
    order_id uuid not null,
    circle_id uuid not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (account_id, order_id)
);
CREATE INDEX account_entry_newest ON orders.account_entry USING btree (account_id, made_at DESC, order_id DESC);

create table orders.counter (  -- dist:circle_id
    circle_id uuid not null,
    day date not null,
    last_number bigint not null,
    PRIMARY KEY (circle_id, day)
);

create table orders.dispute (  -- dist:circle_id
    circle_id uuid not null,
    dispute_id uuid not null,
    order_id uuid not null,
    amount bigint not null,
    currency text not null,
    taken bigint not null,
    state text not null,
    answer_by timestamp with time zone,
    opened_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    PRIMARY KEY (circle_id, dispute_id),
    CHECK (((amount > 0) AND ((taken >= 0) AND (taken <= amount)))),
    CHECK (((state = 'open'::text) = (ended_at IS NULL))),
    CHECK ((state = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])))
);
CREATE INDEX dispute_of_order ON orders.dispute USING btree (circle_id, order_id, opened_at, dispute_id);
CREATE INDEX dispute_open ON orders.dispute USING btree (circle_id, order_id) WHERE (state = 'open'::text);

create table orders.entry (  -- dist:circle_id
    circle_id uuid not null,
    order_id uuid not null,
    number text not null,
    account_id uuid not null,
    kind text not null,
    plan_id uuid not null,
    title text not null,
    list_amount bigint not null,
    discount bigint not null default 0,
    amount bigint not null,
    currency text not null,
    coupon_id uuid,
    answers text[] not null default '{}'::text[],
    state text not null,
    first_day date,
    last_day date,
    checkout_id uuid,
    outside boolean not null default false,
    fee bigint not null default 0,
    refunded bigint not null default 0,
    fee_returned bigint not null default 0,
    made_at timestamp with time zone not null,
    paid_at timestamp with time zone,
    settles_at timestamp with time zone,
    settled boolean not null default false,
    ended_at timestamp with time zone,
    invitation_id uuid,
    questions text[] not null default '{}'::text[],
    UNIQUE (circle_id, number),
    PRIMARY KEY (circle_id, order_id),
    CHECK ((((fee >= 0) AND (fee <= amount)) AND ((fee_returned >= 0) AND (fee_returned <= fee)))),
    CHECK (((amount >= 0) AND (discount >= 0) AND (list_amount = (amount + discount)))),
    CHECK (((refunded >= 0) AND (refunded <= amount))),
    CHECK (((state = ANY (ARRAY['open'::text, 'cancelled'::text])) = (paid_at IS NULL))),
    CHECK ((kind = ANY (ARRAY['join'::text, 'renew'::text, 'upgrade'::text, 'gift'::text]))),
    CHECK ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'done'::text, 'cancelled'::text, 'refunded'::text])))
);
CREATE INDEX entry_newest ON orders.entry USING btree (circle_id, made_at DESC, order_id DESC);
CREATE INDEX entry_of_member ON orders.entry USING btree (circle_id, account_id, made_at DESC, order_id DESC);
CREATE INDEX entry_paid ON orders.entry USING btree (circle_id, paid_at DESC, order_id DESC) WHERE (paid_at IS NOT NULL);
CREATE INDEX entry_paid_of_plan ON orders.entry USING btree (circle_id, plan_id, paid_at DESC, order_id DESC) WHERE (paid_at IS NOT NULL);
CREATE INDEX entry_settles ON orders.entry USING btree (settles_at) WHERE ((NOT settled) AND (settles_at IS NOT NULL));
CREATE UNIQUE INDEX entry_gift_open_once ON orders.entry USING btree (circle_id, account_id) WHERE ((state = 'open'::text) AND (kind = 'gift'::text));
CREATE UNIQUE INDEX entry_open_once ON orders.entry USING btree (circle_id, account_id) WHERE ((state = 'open'::text) AND (kind <> 'gift'::text));
CREATE UNIQUE INDEX entry_waiting_once ON orders.entry USING btree (circle_id, account_id) WHERE ((state = 'waiting'::text) AND (kind <> 'gift'::text));

create table orders.fee (  -- dist:circle_id
    circle_id uuid not null,
    currency text not null,
    basis_points integer not null,
    fixed bigint not null,
    set_by uuid not null,
    set_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, currency),
    CHECK (((basis_points >= 0) AND (basis_points <= 5000))),
    CHECK ((fixed >= 0))
);

create table orders.invoice (  -- dist:circle_id
    circle_id uuid not null,
    order_id uuid not null,
    title text not null,
    tax_number text not null default ''::text,
    email text not null,
    asked_at timestamp with time zone not null,
    issued_at timestamp with time zone,
    issued_by uuid,
    file text,
    document bytea,
    document_type text,
    PRIMARY KEY (circle_id, order_id),
    CHECK (((document IS NULL) = (document_type IS NULL))),
    CHECK (((issued_at IS NULL) = (issued_by IS NULL)))
);
CREATE INDEX invoice_waiting ON orders.invoice USING btree (circle_id, asked_at, order_id) WHERE (issued_at IS NULL);

create table orders.refund (  -- dist:circle_id
    circle_id uuid not null,
    refund_id uuid not null,
    order_id uuid not null,
    amount bigint not null,
    fee bigint not null,
    by_id uuid not null,
    by_member boolean not null,
    reason text not null default ''::text,
    ends_access boolean not null,
    state text not null,
    reference text,
    made_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    PRIMARY KEY (circle_id, refund_id),
    CHECK (((amount >= 0) AND ((fee >= 0) AND (fee <= amount)))),
    CHECK ((state = ANY (ARRAY['asked'::text, 'done'::text, 'refused'::text])))
);
CREATE INDEX refund_of_order ON orders.refund USING btree (circle_id, order_id);

create table passes.pass (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    plan_id uuid,
    source text not null,
    first_day date not null,
    last_day date,
    anchor integer not null,
    ends_at timestamp with time zone,
    reads_until timestamp with time zone,
    tried boolean not null default false,
    automatic boolean not null default false,
    means_id uuid,
    next_plan_id uuid,
    refunds integer not null default 0,
    barred boolean not null default false,
    version bigint not null default 1,
    tell_at timestamp with time zone,
    turns_at timestamp with time zone,
    PRIMARY KEY (circle_id, account_id),
    CHECK (((anchor >= 1) AND (anchor <= 31))),
    CHECK (((ends_at IS NULL) = (reads_until IS NULL))),
    CHECK (((last_day IS NULL) = (ends_at IS NULL))),
    CHECK ((last_day >= (first_day - 1))),
    CHECK ((source = ANY (ARRAY['paid'::text, 'trial'::text, 'gift'::text, 'comp'::text, 'kept'::text, 'promised'::text, 'over'::text])))
);
CREATE INDEX pass_by_end ON passes.pass USING btree (circle_id, ends_at, account_id) WHERE (ends_at IS NOT NULL);
CREATE INDEX pass_due ON passes.pass USING btree (ends_at) WHERE (ends_at IS NOT NULL);
CREATE INDEX pass_to_tell ON passes.pass USING btree (tell_at) WHERE (tell_at IS NOT NULL);
CREATE INDEX pass_to_turn ON passes.pass USING btree (turns_at) WHERE (turns_at IS NOT NULL);

create table passes.span (  -- dist:circle_id
    circle_id uuid not null,
    span_id uuid not null,
    account_id uuid not null,
    plan_id uuid,
    source text not null,
    first_day date not null,
    last_day date,
    anchor integer not null,
    amount bigint not null,
    currency text not null,
    made_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    PRIMARY KEY (circle_id, span_id),
    CHECK ((amount >= 0))
);
CREATE INDEX span_of_member ON passes.span USING btree (circle_id, account_id, made_at DESC, span_id);

create table passes.turn (  -- dist:circle_id
    circle_id uuid not null,
    choice text not null,
    until_day date,
    after_number bigint not null default 0,
    done bigint not null default 0,
    made_by uuid not null,
    made_at timestamp with time zone not null,
    finished_at timestamp with time zone,
    PRIMARY KEY (circle_id),
    CHECK (((choice = 'promised'::text) = (until_day IS NOT NULL))),
    CHECK ((choice = ANY (ARRAY['kept'::text, 'promised'::text, 'pay'::text])))
);
CREATE INDEX turn_to_do ON passes.turn USING btree (circle_id) WHERE (finished_at IS NULL);

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

create table paths.passed (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    post_id uuid not null,
    passed_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, account_id, post_id)
);

create table paths.path (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    minutes integer not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, account_id),
    CHECK ((minutes = ANY (ARRAY[10, 30, 60])))
);

create table paths.pool (  -- dist:circle_id
    circle_id uuid not null,
    post_id uuid not null,
    echo real not null,
    PRIMARY KEY (circle_id, post_id)
);
CREATE INDEX pool_by_echo ON paths.pool USING btree (circle_id, echo DESC);

create table paths.stop (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    post_id uuid not null,
    position integer not null,
    minutes integer not null,
    reasons text[] not null,
    series bigint,
    place integer,
    done_at timestamp with time zone,
    PRIMARY KEY (circle_id, account_id, post_id),
    CHECK (((series IS NULL) = (place IS NULL)))
);

create table paths.walk (  -- dist:circle_id
    circle_id uuid not null,
    next_number bigint not null default 0,
    due_at timestamp with time zone,
    asked_at timestamp with time zone not null,
    PRIMARY KEY (circle_id)
);
CREATE INDEX walk_due ON paths.walk USING btree (due_at) WHERE (due_at IS NOT NULL);

create table payments.account_checkout (  -- dist:account_id
    account_id uuid not null,
    checkout_id uuid not null,
    circle_id uuid not null,
    PRIMARY KEY (account_id, checkout_id)
);
CREATE INDEX account_checkout_of_circle ON payments.account_checkout USING btree (circle_id);

create table payments.attempt (  -- dist:circle_id
    circle_id uuid not null,
    attempt_id uuid not null,
    checkout_id uuid not null,
    way_id uuid not null,
    kind text not null,
    manner text not null,
    number text not null,
    received_by_circle boolean not null,
    save boolean not null,
    means_id uuid,
    state text not null,
    reference text,
    go text,
    qr text,
    script text,
    payment text,
    paid_amount bigint,
    paid_currency text,
    paid_at timestamp with time zone,
    why text,
    hopeless boolean not null default false,
    made_at timestamp with time zone not null,
    ask_at timestamp with time zone,
    asks integer not null default 0,
    PRIMARY KEY (circle_id, attempt_id),
    FOREIGN KEY (circle_id, checkout_id) REFERENCES payments.checkout(circle_id, checkout_id),
    CHECK ((((state = 'paid'::text) = (payment IS NOT NULL)) AND ((payment IS NULL) = (paid_amount IS NULL)) AND ((payment IS NULL) = (paid_currency IS NULL)) AND ((payment IS NULL) = (paid_at IS NULL)))),
    CHECK ((manner = ANY (ARRAY['redirect'::text, 'qr_code'::text, 'in_wechat'::text, 'instructions'::text, 'saved'::text]))),
    CHECK ((paid_amount > 0)),
    CHECK ((state = ANY (ARRAY['open'::text, 'paid'::text, 'closed'::text, 'declined'::text])))
);
CREATE INDEX attempt_due ON payments.attempt USING btree (ask_at) WHERE ((state = 'open'::text) AND (ask_at IS NOT NULL));
CREATE INDEX attempt_of_checkout ON payments.attempt USING btree (circle_id, checkout_id, attempt_id);
CREATE INDEX attempt_of_way ON payments.attempt USING btree (circle_id, way_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX attempt_open ON payments.attempt USING btree (circle_id, checkout_id, way_id, manner) WHERE ((state = 'open'::text) AND (manner <> 'saved'::text));

create table payments.checkout (  -- dist:circle_id
    circle_id uuid not null,
    checkout_id uuid not null,
    number text not null,
    seller text not null,
    about_id uuid not null,
    payer_id uuid not null,
    title text not null,
    amount bigint not null,
    currency text not null,
    state text not null,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    return_path text not null,
    may_save boolean not null,
    attempt_id uuid,
    paid_amount bigint,
    paid_currency text,
    paid_at timestamp with time zone,
    received_by_circle boolean,
    refunded bigint not null default 0,
    returned bigint not null default 0,
    ended_at timestamp with time zone,
    decided_by uuid,
    words text not null default ''::text,
    PRIMARY KEY (circle_id, checkout_id),
    CHECK ((((attempt_id IS NULL) = (paid_amount IS NULL)) AND ((attempt_id IS NULL) = (paid_currency IS NULL)) AND ((attempt_id IS NULL) = (paid_at IS NULL)) AND ((attempt_id IS NULL) = (received_by_circle IS NULL)))),
    CHECK (((0 <= returned) AND (returned <= refunded) AND (refunded <= COALESCE(paid_amount, (0)::bigint)))),
    CHECK (((state = ANY (ARRAY['open'::text, 'held'::text])) = (ended_at IS NULL))),
    CHECK (((state = ANY (ARRAY['paid'::text, 'held'::text, 'returned'::text])) = (attempt_id IS NOT NULL))),
    CHECK ((amount > 0)),
    CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CHECK ((state = ANY (ARRAY['open'::text, 'paid'::text, 'held'::text, 'returned'::text, 'expired'::text, 'cancelled'::text])))
);
CREATE INDEX checkout_due ON payments.checkout USING btree (expires_at) WHERE (state = 'open'::text);
CREATE INDEX checkout_held ON payments.checkout USING btree (paid_at) WHERE (state = 'held'::text);
CREATE INDEX checkout_held_of_circle ON payments.checkout USING btree (circle_id, checkout_id) WHERE (state = 'held'::text);
CREATE UNIQUE INDEX checkout_number ON payments.checkout USING btree (circle_id, number);
CREATE UNIQUE INDEX checkout_once ON payments.checkout USING btree (circle_id, seller, about_id) WHERE (state = ANY (ARRAY['open'::text, 'held'::text, 'paid'::text]));

create table payments.claim (  -- dist:name
    name text not null,
    circle_id uuid not null,
    thing_id uuid not null,
    PRIMARY KEY (name)
);
CREATE INDEX claim_of_circle ON payments.claim USING btree (circle_id);

create table payments.counter (  -- dist:circle_id
    circle_id uuid not null,
    day date not null,
    n bigint not null,
    PRIMARY KEY (circle_id, day)
);

create table payments.dispute (  -- dist:circle_id
    circle_id uuid not null,
    dispute text not null,
    checkout_id uuid not null,
    amount bigint not null,
    currency text not null,
    answer_by timestamp with time zone,
    opened_at timestamp with time zone not null,
    won boolean,
    PRIMARY KEY (circle_id, dispute)
);
CREATE INDEX dispute_of_checkout ON payments.dispute USING btree (circle_id, checkout_id);

create table payments.heard (  -- dist:telling
    telling text not null,
    heard_at timestamp with time zone not null,
    PRIMARY KEY (telling)
);
CREATE INDEX heard_when ON payments.heard USING btree (heard_at);

create table payments.means (  -- dist:account_id
    account_id uuid not null,
    means_id uuid not null,
    circle_id uuid not null,
    way_id uuid not null,
    token bytea not null,
    label text not null,
    expires_year integer,
    expires_month integer,
    made_at timestamp with time zone not null,
    PRIMARY KEY (account_id, means_id)
);
CREATE INDEX means_of_circle ON payments.means USING btree (circle_id);

create table payments.refund (  -- dist:circle_id
    circle_id uuid not null,
    refund_id uuid not null,
    checkout_id uuid not null,
    attempt_id uuid not null,
    amount bigint not null,
    currency text not null,
    reason text not null,
    by_seller boolean not null,
    state text not null,
    reference text,
    why text,
    asked_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    ended_by uuid,
    next_at timestamp with time zone,
    tries integer not null default 0,
    PRIMARY KEY (circle_id, refund_id),
    FOREIGN KEY (circle_id, checkout_id) REFERENCES payments.checkout(circle_id, checkout_id),
    CHECK (((state = 'done'::text) = (ended_at IS NOT NULL))),
    CHECK (((state = ANY (ARRAY['asked'::text, 'sent'::text])) OR (next_at IS NULL))),
    CHECK ((amount > 0)),
    CHECK ((state = ANY (ARRAY['asked'::text, 'sent'::text, 'done'::text, 'refused'::text])))
);
CREATE INDEX refund_due ON payments.refund USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX refund_of_checkout ON payments.refund USING btree (circle_id, checkout_id, refund_id);
CREATE INDEX refund_waiting ON payments.refund USING btree (circle_id, refund_id) WHERE ((state <> 'done'::text) AND (next_at IS NULL));

create table payouts.details (  -- dist:circle_id
    circle_id uuid not null,
    sealed bytea not null,
    label text not null,
    set_by uuid not null,
    set_at timestamp with time zone not null,
    PRIMARY KEY (circle_id)
);

create table payouts.payout (  -- dist:circle_id
    circle_id uuid not null,
    payout_id uuid not null,
    day date not null,
    amount bigint not null,
    currency text not null,
    label text not null,
    sealed bytea not null,
    state text not null,
    asked_by uuid not null,
    asked_at timestamp with time zone not null,
    ready_at timestamp with time zone not null,
    approved_by uuid,
    batch_id uuid,
    reference text,
    reason text,
    ended_at timestamp with time zone,
    released_at timestamp with time zone,
    PRIMARY KEY (circle_id, payout_id),
    CHECK (((state = ANY (ARRAY['failed'::text, 'returned'::text])) = (reason IS NOT NULL))),
    CHECK (((state = ANY (ARRAY['paid'::text, 'failed'::text, 'cancelled'::text, 'returned'::text])) = (ended_at IS NOT NULL))),
    CHECK ((amount > 0)),
    CHECK ((state = ANY (ARRAY['second'::text, 'waiting'::text, 'sent'::text, 'paid'::text, 'failed'::text, 'cancelled'::text, 'returned'::text])))
);
CREATE INDEX payout_decided ON payouts.payout USING btree (ended_at DESC, payout_id DESC) WHERE (state = ANY (ARRAY['paid'::text, 'failed'::text, 'returned'::text]));
CREATE INDEX payout_newest ON payouts.payout USING btree (circle_id, asked_at DESC, payout_id DESC);
CREATE INDEX payout_ready ON payouts.payout USING btree (ready_at, payout_id) WHERE (state = 'waiting'::text);
CREATE INDEX payout_second ON payouts.payout USING btree (circle_id, payout_id) WHERE (state = 'second'::text);
CREATE INDEX payout_sent ON payouts.payout USING btree (batch_id) WHERE (state = 'sent'::text);
CREATE UNIQUE INDEX payout_one_a_day ON payouts.payout USING btree (circle_id, currency, day) WHERE (state <> ALL (ARRAY['failed'::text, 'cancelled'::text, 'returned'::text]));

create table plans.counter (  -- dist:circle_id
    circle_id uuid not null,
    last_number bigint not null,
    PRIMARY KEY (circle_id)
);

create table plans.plan (  -- dist:circle_id
    circle_id uuid not null,
    plan_id uuid not null,
    number bigint not null,
    name text not null,
    promise text not null default ''::text,
    tier integer not null default 1,
    kind text not null,
    lasts integer,
    last_day date,
    amount bigint not null,
    currency text not null,
    early_percent integer not null default 100,
    soon_percent integer not null default 100,
    late_percent integer not null default 100,
    trial_days integer not null default 0,
    free_from date,
    free_until date,
    automatic boolean not null default false,
    closes text[] not null default '{}'::text[],
    state text not null default 'draft'::text,
    made_by uuid not null,
    made_at timestamp with time zone not null,
    version bigint not null default 1,
    UNIQUE (circle_id, number),
    PRIMARY KEY (circle_id, plan_id),
    CHECK ((((early_percent >= 50) AND (early_percent <= 100)) AND ((soon_percent >= 50) AND (soon_percent <= 100)) AND ((late_percent >= 50) AND (late_percent <= 100)))),
    CHECK (((NOT automatic) OR (kind = ANY (ARRAY['monthly'::text, 'yearly'::text])))),
    CHECK (((free_from IS NULL) = (free_until IS NULL))),
    CHECK (((kind = 'until'::text) = (last_day IS NOT NULL))),
    CHECK (((kind = ANY (ARRAY['days'::text, 'months'::text])) = (lasts IS NOT NULL))),
    CHECK (((tier >= 1) AND (tier <= 9))),
    CHECK (((trial_days >= 0) AND (trial_days <= 90))),
    CHECK ((amount > 0)),
    CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CHECK ((free_until >= free_from)),
    CHECK ((kind = ANY (ARRAY['lifetime'::text, 'days'::text, 'months'::text, 'until'::text, 'monthly'::text, 'yearly'::text]))),
    CHECK ((lasts > 0)),
    CHECK ((state = ANY (ARRAY['draft'::text, 'on_sale'::text, 'withdrawn'::text])))
);
CREATE INDEX plan_on_sale ON plans.plan USING btree (circle_id, tier, number) WHERE (state = 'on_sale'::text);

create table plans.terms (  -- dist:circle_id
    circle_id uuid not null,
    grace_days integer not null default 7,
    refund_hours integer not null default 72,
    refunds_most integer not null default 2,
    version bigint not null default 1,
    PRIMARY KEY (circle_id),
    CHECK (((grace_days >= 0) AND (grace_days <= 90))),
    CHECK (((refund_hours >= 0) AND (refund_hours <= 720))),
    CHECK (((refunds_most >= 0) AND (refunds_most <= 100)))
);

create table practice.payment (  -- dist:name
    name text not null,
    outside_id uuid not null,
    way_id uuid not null,
    title text not null,
    amount bigint not null,
    currency text not null,
    return_to text not null,
    save boolean not null,
    state text not null,
    paid_amount bigint,
    paid_at timestamp with time zone,
    card text,
    due_at timestamp with time zone,
    expires_at timestamp with time zone not null,
    PRIMARY KEY (name),
    CHECK (((state = 'paid'::text) = (paid_at IS NOT NULL))),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'late'::text, 'paid'::text, 'closed'::text, 'declined'::text])))
);
CREATE INDEX payment_due ON practice.payment USING btree (due_at) WHERE (state = 'late'::text);

create table practice.refund (  -- dist:name
    name text not null,
    amount bigint not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (name)
);

create table questions.answered (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    state text not null,
    questions text[] not null,
    answers text[] not null,
    tags uuid[] not null default '{}'::uuid[],
    at timestamp with time zone not null,
    PRIMARY KEY (circle_id, account_id),
    CHECK (((state <> 'skipped'::text) OR (cardinality(questions) = 0))),
    CHECK ((cardinality(questions) = cardinality(answers))),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'kept'::text, 'skipped'::text])))
);
CREATE INDEX answered_of_account ON questions.answered USING btree (account_id);

create table reactions.reaction (  -- dist:circle_id
    circle_id uuid not null,
    target_id uuid not null,
    account_id uuid not null,
    kind text not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, target_id, account_id),
    CHECK ((kind = ANY (ARRAY['like'::text, 'love'::text, 'laugh'::text, 'cheer'::text, 'think'::text, 'thanks'::text])))
);
CREATE INDEX reaction_by_account ON reactions.reaction USING btree (circle_id, account_id, target_id);

create table reactions.tally (  -- dist:circle_id
    circle_id uuid not null,
    target_id uuid not null,
    kind text not null,
    count bigint not null,
    PRIMARY KEY (circle_id, target_id, kind),
    CHECK ((count >= 0))
);

create table readers.report (  -- dist:circle_id
    circle_id uuid not null,
    column_id uuid not null,
    counted_at timestamp with time zone not null,
    begun integer not null,
    finished integer not null,
    discreet_begun integer not null,
    discreet_finished integer not null,
    median_seconds bigint,
    posts bigint[] not null,
    done integer[] not null,
    discreet_done integer[] not null,
    PRIMARY KEY (circle_id, column_id)
);

create table reading.opened (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    number bigint not null,
    PRIMARY KEY (circle_id, account_id, number)
);

create table reading.place (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    latest_at timestamp with time zone not null,
    latest_number bigint not null,
    stop_at timestamp with time zone not null,
    stop_number bigint not null,
    touched_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, account_id)
);

create table reading.position (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    number bigint not null,
    part integer not null,
    moved_at timestamp with time zone not null,
    stop integer not null default 0,
    seconds integer not null default 0,
    opened_at timestamp with time zone not null,
    finished_at timestamp with time zone,
    discreet boolean not null default false,
    PRIMARY KEY (circle_id, account_id, number),
    CHECK (((finished_at IS NULL) = (part < 950))),
    CHECK (((part >= 0) AND (part <= 1000))),
    CHECK (((stop >= 0) AND (stop <= part))),
    CHECK ((seconds >= 0))
);
CREATE INDEX position_going_on ON reading."position" USING btree (circle_id, account_id, moved_at DESC, number DESC) WHERE (finished_at IS NULL);
CREATE INDEX position_of_post ON reading."position" USING btree (circle_id, number, opened_at DESC, account_id);
CREATE INDEX position_read ON reading."position" USING btree (circle_id, account_id, finished_at DESC, number DESC) WHERE (finished_at IS NOT NULL);

create table reading.tally (  -- dist:circle_id
    circle_id uuid not null,
    number bigint not null,
    readers integer not null,
    finished integer not null,
    discreet_readers integer not null,
    discreet_finished integer not null,
    seconds bigint not null,
    stops integer[] not null,
    PRIMARY KEY (circle_id, number)
);

create table reading.week (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    monday date not null,
    seconds integer not null,
    PRIMARY KEY (circle_id, account_id)
);

create table removals.removal (  -- dist:circle_id
    circle_id uuid not null,
    removal_id uuid not null,
    account_id uuid not null,
    role text not null,
    reason text not null,
    back text not null,
    back_until timestamp with time zone,
    words text not null,
    words_state text not null,
    words_total integer not null default 0,
    words_taken integer not null default 0,
    words_by uuid,
    words_at timestamp with time zone,
    money text not null,
    money_state text not null,
    money_by uuid,
    money_at timestamp with time zone,
    trouble text,
    made_by uuid,
    made_at timestamp with time zone not null,
    undone_by uuid,
    undone_at timestamp with time zone,
    PRIMARY KEY (circle_id, removal_id),
    CHECK (((back = 'day'::text) = (back_until IS NOT NULL))),
    CHECK (((money_state = 'trouble'::text) = (trouble IS NOT NULL))),
    CHECK (((words_state = 'none'::text) = (words_at IS NULL))),
    CHECK ((back = ANY (ARRAY['ask'::text, 'day'::text, 'never'::text]))),
    CHECK ((money = ANY (ARRAY['later'::text, 'nothing'::text, 'unused'::text, 'all'::text]))),
    CHECK ((money_state = ANY (ARRAY['none'::text, 'open'::text, 'asked'::text, 'done'::text, 'trouble'::text]))),
    CHECK ((words = ANY (ARRAY['keep'::text, 'hide'::text, 'delete'::text]))),
    CHECK ((words_state = ANY (ARRAY['none'::text, 'taking'::text, 'taken'::text, 'returning'::text, 'returned'::text])))
);
CREATE INDEX removal_at_work ON removals.removal USING btree (words_at) WHERE (words_state = ANY (ARRAY['taking'::text, 'returning'::text]));
CREATE INDEX removal_of_member ON removals.removal USING btree (circle_id, account_id, removal_id DESC);
CREATE INDEX removal_open ON removals.removal USING btree (circle_id, removal_id DESC) WHERE (money_state = ANY (ARRAY['open'::text, 'asked'::text, 'trouble'::text]));

create table removals.word (  -- dist:circle_id
    circle_id uuid not null,
    removal_id uuid not null,
    kind text not null,
    thing_id uuid not null,
    PRIMARY KEY (circle_id, removal_id, kind, thing_id),
    CHECK ((kind = ANY (ARRAY['post'::text, 'comment'::text])))
);

create table renewals.renewal (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    ends_day date not null,
    tries integer not null default 0,
    next_at timestamp with time zone,
    order_id uuid,
    state text not null default 'waiting'::text,
    why text not null default ''::text,
    lease_until timestamp with time zone,
    made_at timestamp with time zone not null,
    tried_at timestamp with time zone,
    PRIMARY KEY (circle_id, account_id, ends_day),
    CHECK (((state = 'waiting'::text) = (next_at IS NOT NULL))),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'failed'::text, 'stopped'::text])))
);
CREATE INDEX renewal_due ON renewals.renewal USING btree (next_at) WHERE (state = 'waiting'::text);

create table reports.report (  -- dist:circle_id
    circle_id uuid not null,
    kind text not null,
    thing_id uuid not null,
    account_id uuid not null,
    reason text not null,
    note text not null,
    made_at timestamp with time zone not null,
    amended_at timestamp with time zone,
    PRIMARY KEY (circle_id, kind, thing_id, account_id),
    CHECK ((reason = ANY (ARRAY['spam'::text, 'abuse'::text, 'fraud'::text, 'illegal'::text, 'privacy'::text, 'off_topic'::text, 'other'::text])))
);
CREATE INDEX report_of_member ON reports.report USING btree (circle_id, account_id);

create table reservations.line (  -- dist:circle_id
    circle_id uuid not null,
    list_id uuid not null,
    line integer not null,
    state text not null,
    odd text not null default ''::text,
    detail text not null default ''::text,
    place_id uuid not null,
    mark text,
    name text not null default ''::text,
    tags text[] not null default '{}'::text[],
    joined_on date,
    expires_on date,
    note text not null default ''::text,
    PRIMARY KEY (circle_id, list_id, line),
    FOREIGN KEY (circle_id, list_id) REFERENCES reservations.list(circle_id, list_id),
    CHECK (((state = 'refused'::text) = (mark IS NULL))),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'fresh'::text, 'changed'::text, 'same'::text, 'refused'::text])))
);
CREATE INDEX line_odd ON reservations.line USING btree (circle_id, list_id, line) WHERE (odd <> ''::text);
CREATE INDEX line_waiting ON reservations.line USING btree (circle_id, list_id, line) WHERE (state = 'waiting'::text);

create table reservations.list (  -- dist:circle_id
    circle_id uuid not null,
    list_id uuid not null,
    state text not null,
    file_name text not null,
    made_by uuid,
    made_at timestamp with time zone not null,
    finished_at timestamp with time zone,
    total integer not null,
    faulty integer not null,
    done integer not null default 0,
    fresh integer not null default 0,
    changed integer not null default 0,
    unknown text[] not null default '{}'::text[],
    PRIMARY KEY (circle_id, list_id),
    CHECK (((state = ANY (ARRAY['done'::text, 'cancelled'::text])) = (finished_at IS NOT NULL))),
    CHECK ((state = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'cancelled'::text])))
);
CREATE INDEX list_of ON reservations.list USING btree (made_by) WHERE (made_by IS NOT NULL);
CREATE INDEX list_old ON reservations.list USING btree (made_at);
CREATE INDEX list_working ON reservations.list USING btree (circle_id, list_id) WHERE (state = 'running'::text);

create table reservations.notes (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    tags text[] not null default '{}'::text[],
    joined_on date,
    expires_on date,
    note text not null default ''::text,
    PRIMARY KEY (circle_id, account_id)
);
CREATE INDEX notes_of ON reservations.notes USING btree (account_id);

create table reservations.place (  -- dist:circle_id
    circle_id uuid not null,
    place_id uuid not null,
    mark text not null,
    state text not null default 'open'::text,
    name text not null default ''::text,
    tags text[] not null default '{}'::text[],
    joined_on date,
    expires_on date,
    note text not null default ''::text,
    made_at timestamp with time zone not null,
    taken_by uuid,
    taken_at timestamp with time zone,
    PRIMARY KEY (circle_id, place_id),
    CHECK (((state = 'taken'::text) = (taken_by IS NOT NULL))),
    CHECK ((state = ANY (ARRAY['open'::text, 'taken'::text])))
);
CREATE INDEX place_by_mark ON reservations.place USING btree (mark) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX place_of ON reservations.place USING btree (taken_by, circle_id) WHERE (taken_by IS NOT NULL);
CREATE UNIQUE INDEX place_once ON reservations.place USING btree (circle_id, mark);

create table review.item (  -- dist:circle_id
    circle_id uuid not null,
    item_id uuid not null,
    kind text not null,
    thing_id uuid not null,
    author_id uuid,
    about_admin boolean not null,
    held boolean not null,
    matter text,
    rules uuid[] not null,
    reports integer not null,
    mended boolean not null,
    risk integer not null,
    state text not null,
    turn integer not null,
    opened_at timestamp with time zone not null,
    seen_by uuid,
    seen_until timestamp with time zone,
    fate text,
    measure text,
    reason text not null,
    mute_days integer,
    decided_by uuid,
    decided_at timestamp with time zone,
    strike_id uuid,
    ruling_id uuid,
    reversed_by uuid,
    reversed_at timestamp with time zone,
    PRIMARY KEY (circle_id, item_id),
    CHECK ((((decided_at IS NULL) = (fate IS NULL)) AND ((fate IS NULL) = (measure IS NULL)))),
    CHECK (((reversed_at IS NULL) OR (state = 'decided'::text))),
    CHECK (((risk >= 0) AND (risk <= 3))),
    CHECK (((seen_by IS NULL) = (seen_until IS NULL))),
    CHECK (((state = 'open'::text) = (decided_at IS NULL))),
    CHECK ((fate = ANY (ARRAY['keep'::text, 'ask'::text, 'hide'::text, 'delete'::text]))),
    CHECK ((measure = ANY (ARRAY['none'::text, 'warn'::text, 'mute'::text, 'remove'::text]))),
    CHECK ((state = ANY (ARRAY['open'::text, 'asked'::text, 'decided'::text])))
);
CREATE INDEX item_asked ON review.item USING btree (circle_id, ((3 - risk)), opened_at, item_id) WHERE (state = 'asked'::text);
CREATE INDEX item_decided ON review.item USING btree (circle_id, decided_at DESC, item_id DESC) WHERE (state = 'decided'::text);
CREATE INDEX item_held ON review.item USING btree (circle_id, ((3 - risk)), opened_at, item_id) WHERE ((state = 'open'::text) AND held);
CREATE INDEX item_of_author ON review.item USING btree (circle_id, author_id, item_id DESC);
CREATE INDEX item_of_thing ON review.item USING btree (circle_id, kind, thing_id, item_id DESC);
CREATE INDEX item_reported ON review.item USING btree (circle_id, ((3 - risk)), opened_at, item_id) WHERE ((state = 'open'::text) AND (reports > 0));
CREATE INDEX item_waiting ON review.item USING btree (circle_id, ((3 - risk)), opened_at, item_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX item_once ON review.item USING btree (circle_id, kind, thing_id) WHERE (state <> 'decided'::text);

create table saved.folder (  -- dist:account_id
    account_id uuid not null,
    folder_id uuid not null,
    name text not null,
    folded text not null,
    position bigint not null,
    PRIMARY KEY (account_id, folder_id),
    CHECK ((name <> ''::text))
);
CREATE UNIQUE INDEX folder_once ON saved.folder USING btree (account_id, folded);

create table saved.passage (  -- dist:account_id
    account_id uuid not null,
    circle_id uuid not null,
    number bigint not null,
    passage_id uuid not null,
    words text not null,
    part integer,
    kept_at timestamp with time zone not null,
    PRIMARY KEY (account_id, circle_id, number, passage_id),
    CHECK (((part >= 0) AND (part <= 1000))),
    CHECK ((words <> ''::text))
);
CREATE INDEX passage_of_circle ON saved.passage USING btree (circle_id);

create table saved.post (  -- dist:account_id
    account_id uuid not null,
    circle_id uuid not null,
    number bigint not null,
    saved_id uuid not null,
    saved_at timestamp with time zone not null,
    folder_id uuid,
    note text not null default ''::text,
    PRIMARY KEY (account_id, circle_id, number)
);
CREATE INDEX post_in_folder ON saved.post USING btree (account_id, folder_id, saved_id DESC) WHERE (folder_id IS NOT NULL);
CREATE INDEX post_of_circle ON saved.post USING btree (circle_id);
CREATE UNIQUE INDEX post_newest ON saved.post USING btree (account_id, saved_id DESC);

create table screening.band (  -- dist:circle_id
    circle_id uuid not null,
    band bigint not null,
    said_id uuid not null,
    PRIMARY KEY (circle_id, band, said_id),
    FOREIGN KEY (circle_id, said_id) REFERENCES screening.said(circle_id, said_id) ON DELETE CASCADE
);
CREATE INDEX band_of_said ON screening.band USING btree (circle_id, said_id);

create table screening.edition (  -- dist:circle_id
    circle_id uuid not null,
    number bigint not null,
    PRIMARY KEY (circle_id)
);

create table screening.hit (  -- dist:circle_id
    circle_id uuid not null,
    hit_id uuid not null,
    rule_id uuid not null,
    account_id uuid not null,
    matter text not null,
    about_id uuid not null,
    verdict text not null,
    excerpt text not null,
    at timestamp with time zone not null,
    outcome text,
    UNIQUE (circle_id, rule_id, about_id),
    PRIMARY KEY (circle_id, hit_id),
    FOREIGN KEY (circle_id, rule_id) REFERENCES screening.rule(circle_id, rule_id) ON DELETE CASCADE,
    CHECK ((matter = ANY (ARRAY['post'::text, 'comment'::text, 'homework'::text, 'profile'::text]))),
    CHECK ((outcome = ANY (ARRAY['agreed'::text, 'disagreed'::text]))),
    CHECK ((verdict = ANY (ARRAY['tag'::text, 'hold'::text, 'ask'::text, 'block'::text])))
);
CREATE INDEX hit_about ON screening.hit USING btree (circle_id, about_id);
CREATE INDEX hit_by ON screening.hit USING btree (circle_id, account_id);
CREATE INDEX hit_of_rule ON screening.hit USING btree (circle_id, rule_id, hit_id DESC);
CREATE INDEX hit_to_forget ON screening.hit USING btree (at, hit_id);

create table screening.rule (  -- dist:circle_id
    circle_id uuid not null,
    rule_id uuid not null,
    place bigint not null,
    name text not null,
    kind text not null,
    verdict text not null,
    said text not null default ''::text,
    matters text[] not null,
    spares text[] not null default '{}'::text[],
    words text[] not null default '{}'::text[],
    allowed text[] not null default '{}'::text[],
    contacts text[] not null default '{}'::text[],
    strict boolean not null default false,
    many integer not null default 0,
    minutes integer not null default 0,
    switched boolean not null default false,
    changed_by uuid,
    changed_at timestamp with time zone not null,
    spared_tags uuid[] not null default '{}'::uuid[],
    PRIMARY KEY (circle_id, rule_id),
    CHECK (((cardinality(allowed) <= 5000) AND (octet_length((allowed)::text) <= 1500000))),
    CHECK (((cardinality(matters) > 0) AND (matters <@ '{post,comment,homework,profile}'::text[]))),
    CHECK (((cardinality(words) <= 5000) AND (octet_length((words)::text) <= 1500000))),
    CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CHECK (((many >= 0) AND (many <= 1000))),
    CHECK (((minutes >= 0) AND (minutes <= 20160))),
    CHECK ((cardinality(spared_tags) <= 20)),
    CHECK ((contacts <@ '{phone,wechat,qq,email}'::text[])),
    CHECK ((kind = ANY (ARRAY['words'::text, 'links'::text, 'contacts'::text, 'newcomers'::text, 'rate'::text, 'repetition'::text, 'likeness'::text]))),
    CHECK ((length(said) <= 300)),
    CHECK ((spares <@ '{partner,admin,guest_expert,volunteer}'::text[])),
    CHECK ((verdict = ANY (ARRAY['tag'::text, 'hold'::text, 'ask'::text, 'block'::text])))
);

create table screening.said (  -- dist:circle_id
    circle_id uuid not null,
    said_id uuid not null,
    account_id uuid not null,
    matter text not null,
    about_id uuid not null,
    numbers bigint[] not null,
    at timestamp with time zone not null,
    PRIMARY KEY (circle_id, said_id)
);
CREATE INDEX said_by ON screening.said USING btree (circle_id, account_id, matter, said_id DESC);
CREATE INDEX said_to_forget ON screening.said USING btree (at, said_id);

create table screening.sample (  -- dist:circle_id
    circle_id uuid not null,
    trial_id uuid not null,
    number integer not null,
    account_id uuid,
    matter text not null,
    about_id uuid not null,
    excerpt text not null,
    at timestamp with time zone not null,
    PRIMARY KEY (circle_id, trial_id, number),
    FOREIGN KEY (circle_id, trial_id) REFERENCES screening.trial(circle_id, trial_id) ON DELETE CASCADE
);

create table screening.trial (  -- dist:circle_id
    circle_id uuid not null,
    trial_id uuid not null,
    rule_id uuid not null,
    state text not null,
    matter text not null,
    cursor_id uuid not null,
    looked bigint not null default 0,
    found bigint not null default 0,
    asked_by uuid,
    asked_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    PRIMARY KEY (circle_id, trial_id),
    FOREIGN KEY (circle_id, rule_id) REFERENCES screening.rule(circle_id, rule_id) ON DELETE CASCADE,
    CHECK (((state = 'running'::text) = (ended_at IS NULL))),
    CHECK ((matter = ANY (ARRAY['post'::text, 'comment'::text]))),
    CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text])))
);
CREATE INDEX trial_of_rule ON screening.trial USING btree (circle_id, rule_id, trial_id DESC);
CREATE INDEX trial_to_do ON screening.trial USING btree (asked_at, trial_id) WHERE (state = 'running'::text);
CREATE UNIQUE INDEX trial_running ON screening.trial USING btree (circle_id, rule_id) WHERE (state = 'running'::text);

create table screening.turn (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    turns bigint not null,
    PRIMARY KEY (circle_id, account_id)
);

create table search.recent (  -- dist:account_id
    account_id uuid not null,
    folded text not null,
    words text not null,
    searched_at timestamp with time zone not null,
    PRIMARY KEY (account_id, folded)
);

create table segments.fact (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    role text not null,
    joined_at timestamp with time zone not null,
    seen_at timestamp with time zone not null,
    seen_day date not null,
    seen_bits integer not null default 1,
    plan_id uuid,
    source text not null default 'none'::text,
    ends_at timestamp with time zone,
    posts integer not null default 0,
    written integer not null default 0,
    wrote_at timestamp with time zone,
    reads integer,
    read_at timestamp with time zone,
    PRIMARY KEY (circle_id, account_id),
    CHECK (((seen_bits >= 0) AND (seen_bits < 268435456))),
    CHECK ((posts >= 0)),
    CHECK ((reads >= 0)),
    CHECK ((role = ANY (ARRAY['owner'::text, 'partner'::text, 'admin'::text, 'guest_expert'::text, 'volunteer'::text, 'member'::text]))),
    CHECK ((source = ANY (ARRAY['none'::text, 'paid'::text, 'trial'::text, 'gift'::text, 'comp'::text, 'kept'::text, 'promised'::text, 'over'::text]))),
    CHECK ((written >= 0))
);

create table segments.segment (  -- dist:circle_id
    circle_id uuid not null,
    segment_id uuid not null,
    name text not null,
    folded text not null,
    joined text not null,
    conditions text not null,
    tag_id uuid,
    takes boolean not null default false,
    changed_by uuid,
    changed_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, segment_id),
    CHECK (((length(name) >= 1) AND (length(name) <= 60))),
    CHECK (((tag_id IS NOT NULL) OR (NOT takes))),
    CHECK ((joined = ANY (ARRAY['all'::text, 'any'::text, 'none'::text]))),
    CHECK ((length(conditions) <= 10000))
);
CREATE UNIQUE INDEX segment_name ON segments.segment USING btree (circle_id, folded);
CREATE UNIQUE INDEX segment_tag ON segments.segment USING btree (circle_id, tag_id) WHERE (tag_id IS NOT NULL);

create table segments.tally (  -- dist:circle_id
    circle_id uuid not null,
    segment_id uuid not null,
    day date not null,
    members bigint not null,
    counted_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, segment_id, day),
    CHECK ((members >= 0))
);

create table segments.turn (  -- dist:circle_id
    circle_id uuid not null,
    stage text not null default 'sweep'::text,
    after_id uuid not null default '00000000-0000-0000-0000-000000000000'::uuid,
    swept_on date,
    seen_upto timestamp with time zone not null,
    seen_number bigint not null default 0,
    found bigint not null default 0,
    rest_minutes integer not null default 10,
    next_at timestamp with time zone not null,
    PRIMARY KEY (circle_id),
    CHECK (((rest_minutes >= 1) AND (rest_minutes <= 1440))),
    CHECK ((stage = ANY (ARRAY['sweep'::text, 'seen'::text, 'count'::text, 'tag'::text])))
);
CREATE INDEX turn_due ON segments.turn USING btree (next_at);

create table site.deed (  -- dist:account_id
    account_id uuid not null,
    deed_id uuid not null,
    kind text not null,
    about text not null,
    about_id uuid,
    reason text not null,
    done_at timestamp with time zone not null,
    facts text not null,
    PRIMARY KEY (account_id, deed_id),
    CHECK ((kind = ANY (ARRAY['appeal_answered'::text, 'arrived'::text, 'block'::text, 'complaint'::text, 'debt_settled'::text, 'defences'::text, 'fee'::text, 'fee_own'::text, 'fee_removed'::text, 'forbid'::text, 'given_back'::text, 'held'::text, 'list'::text, 'missing'::text, 'money_rules'::text, 'open'::text, 'payout_batch'::text, 'payout_bounds'::text, 'payout_failed'::text, 'payout_paid'::text, 'payout_released'::text, 'payout_returned'::text, 'permit'::text, 'retry'::text, 'selling'::text, 'settings'::text, 'suspect_blocked'::text, 'suspect_cleared'::text, 'unblock'::text, 'unlist'::text, 'verdict'::text, 'verdict_ended'::text, 'way'::text])))
);
CREATE INDEX deed_by_time ON site.deed USING btree (deed_id DESC);

create table site.setting (  -- dist:reference
    one boolean not null default true,
    name text not null,
    logo text,
    founders text not null,
    listing_approval boolean not null,
    terms text not null,
    terms_html text not null,
    privacy text not null,
    privacy_html text not null,
    footer text,
    reports text,
    changed_at timestamp with time zone not null,
    PRIMARY KEY (one),
    CHECK ((founders = ANY (ARRAY['everyone'::text, 'verified'::text, 'permitted'::text]))),
    CHECK (one)
);

create table speaking.hush (  -- dist:circle_id
    circle_id uuid not null,
    kind text not null,
    surfaces text[] not null,
    spares text[] not null,
    until timestamp with time zone,
    from_minute integer,
    to_minute integer,
    reason text not null,
    made_by uuid,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, kind),
    CHECK ((((from_minute >= 0) AND (from_minute <= 1439)) AND ((to_minute >= 0) AND (to_minute <= 1439)) AND (from_minute <> to_minute))),
    CHECK (((kind = 'daily'::text) = ((from_minute IS NOT NULL) AND (to_minute IS NOT NULL)))),
    CHECK (((kind = 'now'::text) OR (until IS NULL))),
    CHECK ((cardinality(surfaces) > 0)),
    CHECK ((kind = ANY (ARRAY['now'::text, 'daily'::text])))
);

create table speaking.ruling (  -- dist:circle_id
    circle_id uuid not null,
    ruling_id uuid not null,
    account_id uuid not null,
    kind text not null,
    preset text not null,
    surfaces text[] not null,
    reason text not null,
    until timestamp with time zone,
    review boolean not null,
    about text,
    made_by uuid,
    made_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    ended_by uuid,
    ended_how text,
    ended_reason text not null default ''::text,
    PRIMARY KEY (circle_id, ruling_id),
    CHECK (((NOT review) OR (until IS NULL))),
    CHECK (((ended_at IS NULL) = (ended_how IS NULL))),
    CHECK ((cardinality(surfaces) > 0)),
    CHECK ((ended_how = ANY (ARRAY['over'::text, 'lifted'::text, 'replaced'::text, 'undone'::text]))),
    CHECK ((kind = ANY (ARRAY['mute'::text, 'grant'::text])))
);
CREATE INDEX ruling_due ON speaking.ruling USING btree (until) WHERE ((ended_at IS NULL) AND (until IS NOT NULL));
CREATE INDEX ruling_in_force ON speaking.ruling USING btree (circle_id, kind, ruling_id DESC) WHERE (ended_at IS NULL);
CREATE INDEX ruling_of_member ON speaking.ruling USING btree (circle_id, account_id, ruling_id DESC);
CREATE UNIQUE INDEX ruling_once ON speaking.ruling USING btree (circle_id, account_id, kind) WHERE (ended_at IS NULL);

create table staffnotes.note (  -- dist:circle_id
    circle_id uuid not null,
    note_id uuid not null,
    account_id uuid not null,
    body text not null,
    pinned boolean not null default false,
    made_by uuid,
    made_at timestamp with time zone not null,
    edited_by uuid,
    edited_at timestamp with time zone,
    PRIMARY KEY (circle_id, note_id),
    CHECK (((edited_at IS NOT NULL) OR (edited_by IS NULL))),
    CHECK (((length(body) >= 1) AND (length(body) <= 2000)))
);
CREATE INDEX note_by ON staffnotes.note USING btree (circle_id, made_by);
CREATE INDEX note_edited_by ON staffnotes.note USING btree (circle_id, edited_by) WHERE (edited_by IS NOT NULL);
CREATE INDEX note_of_member ON staffnotes.note USING btree (circle_id, account_id, made_at DESC, note_id DESC);
CREATE UNIQUE INDEX note_pinned ON staffnotes.note USING btree (circle_id, account_id) WHERE pinned;

create table start.plan (  -- dist:circle_id
    circle_id uuid not null,
    changed_at timestamp with time zone not null,
    PRIMARY KEY (circle_id)
);

create table start.step (  -- dist:circle_id
    circle_id uuid not null,
    step_id uuid not null,
    position bigint not null,
    kind text not null,
    title text not null,
    note text not null,
    post_id uuid,
    column_id uuid,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, step_id),
    CHECK (((kind = 'column'::text) = (column_id IS NOT NULL))),
    CHECK (((kind = 'post'::text) = (post_id IS NOT NULL))),
    CHECK (((kind = ANY (ARRAY['post'::text, 'column'::text])) OR (title <> ''::text))),
    CHECK ((kind = ANY (ARRAY['words'::text, 'post'::text, 'column'::text, 'rules'::text, 'profile'::text, 'write'::text])))
);

create table start.taken (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    step_id uuid not null,
    taken_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, account_id, step_id)
);

create table strikes.ladder (  -- dist:circle_id
    circle_id uuid not null,
    lapse_days integer not null,
    made_by uuid,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id),
    CHECK (((lapse_days >= 1) AND (lapse_days <= 3650)))
);

create table strikes.rung (  -- dist:circle_id
    circle_id uuid not null,
    strikes integer not null,
    measure text not null,
    mute_days integer,
    PRIMARY KEY (circle_id, strikes),
    CHECK (((measure = 'mute'::text) = (mute_days IS NOT NULL))),
    CHECK (((mute_days >= 1) AND (mute_days <= 365))),
    CHECK (((strikes >= 1) AND (strikes <= 20))),
    CHECK ((measure = ANY (ARRAY['warn'::text, 'mute'::text, 'remove'::text])))
);

create table strikes.strike (  -- dist:circle_id
    circle_id uuid not null,
    strike_id uuid not null,
    account_id uuid not null,
    reason text not null,
    about text,
    made_by uuid,
    made_at timestamp with time zone not null,
    lapses_at timestamp with time zone not null,
    undone_at timestamp with time zone,
    undone_by uuid,
    PRIMARY KEY (circle_id, strike_id),
    CHECK (((undone_by IS NULL) OR (undone_at IS NOT NULL))),
    CHECK ((lapses_at > made_at))
);
CREATE INDEX strike_of_member ON strikes.strike USING btree (circle_id, account_id, strike_id DESC);
CREATE INDEX strike_standing ON strikes.strike USING btree (circle_id, strike_id DESC) WHERE (undone_at IS NULL);

create table suspicions.defence (  -- dist:reference
    one boolean not null default true,
    switched_on boolean not null,
    disposable text not null,
    changed_at timestamp with time zone not null,
    PRIMARY KEY (one),
    CHECK (one)
);

create table suspicions.suspicion (  -- dist:account_id
    account_id uuid not null,
    reasons text[] not null,
    state text not null default 'waiting'::text,
    made_at timestamp with time zone not null,
    decided_by uuid,
    decided_at timestamp with time zone,
    PRIMARY KEY (account_id),
    CHECK (((state = 'waiting'::text) = (decided_at IS NULL))),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'cleared'::text, 'blocked'::text])))
);
CREATE INDEX suspicion_waiting ON suspicions.suspicion USING btree (made_at, account_id) WHERE (state = 'waiting'::text);

create table syndication.address (  -- dist:account_id
    account_id uuid not null,
    circle_id uuid not null,
    secret_hash bytea not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (account_id, circle_id)
);
CREATE INDEX address_by_circle ON syndication.address USING btree (circle_id, account_id);

create table synonyms.line (  -- dist:circle_id
    circle_id uuid not null,
    line_id uuid not null,
    words text[] not null,
    made_by uuid not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, line_id),
    CHECK (((cardinality(words) >= 2) AND (cardinality(words) <= 12)))
);

create table tags.name (  -- dist:circle_id
    circle_id uuid not null,
    folded text not null,
    tag_id uuid not null,
    PRIMARY KEY (circle_id, folded),
    FOREIGN KEY (circle_id, tag_id) REFERENCES tags.tag(circle_id, tag_id)
);
CREATE INDEX name_by_tag ON tags.name USING btree (circle_id, tag_id);

create table tags.post_tag (  -- dist:circle_id
    circle_id uuid not null,
    post_id uuid not null,
    tag_id uuid not null,
    number bigint,
    PRIMARY KEY (circle_id, post_id, tag_id),
    FOREIGN KEY (circle_id, tag_id) REFERENCES tags.tag(circle_id, tag_id)
);
CREATE INDEX post_tag_by_tag ON tags.post_tag USING btree (circle_id, tag_id, post_id);
CREATE INDEX post_tag_feed ON tags.post_tag USING btree (circle_id, tag_id, number DESC, post_id) WHERE (number IS NOT NULL);

create table tags.tag (  -- dist:circle_id
    circle_id uuid not null,
    tag_id uuid not null,
    name text not null,
    sort_key bytea not null,
    colour text not null default 'ink'::text,
    post_count bigint not null default 0,
    merged_into uuid,
    made_by uuid not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, tag_id),
    CHECK ((merged_into <> tag_id))
);
CREATE INDEX tag_merging ON tags.tag USING btree (tag_id) WHERE ((merged_into IS NOT NULL) AND (post_count > 0));

create table takeaway.run (  -- dist:circle_id
    circle_id uuid not null,
    run_id uuid not null,
    kind text not null,
    slot uuid not null,
    wish text not null default ''::text,
    file_name text not null,
    state text not null,
    reason text,
    made_by uuid not null,
    made_at timestamp with time zone not null,
    cursor text not null default ''::text,
    done bigint not null default 0,
    total bigint not null default 0,
    bytes bigint not null default 0,
    directory_bytes bigint not null default 0,
    entries bigint not null default 0,
    failures integer not null default 0,
    lease_until timestamp with time zone,
    finished_at timestamp with time zone,
    expires_at timestamp with time zone,
    cleared boolean not null default false,
    PRIMARY KEY (circle_id, run_id),
    CHECK (((state = 'failed'::text) = (reason IS NOT NULL))),
    CHECK (((state = 'running'::text) = (expires_at IS NULL))),
    CHECK (((state = 'running'::text) = (finished_at IS NULL))),
    CHECK ((reason = ANY (ARRAY['no_right'::text, 'trouble'::text]))),
    CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text, 'failed'::text, 'expired'::text])))
);
CREATE INDEX run_by ON takeaway.run USING btree (circle_id, made_by);
CREATE INDEX run_of_slot ON takeaway.run USING btree (circle_id, slot, run_id);
CREATE INDEX run_over ON takeaway.run USING btree (expires_at, run_id) WHERE (NOT cleared);
CREATE UNIQUE INDEX run_at_a_time ON takeaway.run USING btree (circle_id, kind, slot) WHERE (state = 'running'::text);

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

create table topics.muted (  -- dist:account_id
    account_id uuid not null,
    circle_id uuid not null,
    topic text not null,
    PRIMARY KEY (account_id, circle_id, topic),
    CHECK ((topic = ANY (ARRAY['announcement_mail'::text, 'applications'::text, 'followed'::text, 'letters'::text, 'mentions'::text, 'money'::text, 'openings'::text, 'payouts'::text, 'posts'::text, 'reactions'::text, 'replies'::text, 'sales'::text])))
);

create table treasury.bounds (  -- dist:reference
    currency text not null,
    least bigint not null,
    large bigint not null,
    changed_at timestamp with time zone not null,
    PRIMARY KEY (currency),
    CHECK ((("least" > 0) AND (large >= "least")))
);

create table treasury.ended (  -- dist:circle_id
    circle_id uuid not null,
    ended_at timestamp with time zone not null,
    PRIMARY KEY (circle_id)
);
CREATE INDEX ended_first ON treasury.ended USING btree (ended_at, circle_id);

create table treasury.rules (  -- dist:reference
    one boolean not null default true,
    settle_days integer not null,
    keep_years integer not null,
    changed_at timestamp with time zone not null,
    PRIMARY KEY (one),
    CHECK (((keep_years >= 3) AND (keep_years <= 50))),
    CHECK (((settle_days >= 0) AND (settle_days <= 90))),
    CHECK (one)
);

create table treasury.settlement (  -- dist:circle_id
    circle_id uuid not null,
    settlement_id uuid not null,
    amount bigint not null,
    currency text not null,
    reference text not null,
    reason text not null,
    made_by uuid not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, settlement_id),
    CHECK ((amount > 0))
);

create table verdicts.line (  -- dist:circle_id
    circle_id uuid not null,
    verdict_id uuid not null,
    line_id uuid not null,
    by_operator boolean not null,
    account_id uuid,
    text text not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, verdict_id, line_id),
    FOREIGN KEY (circle_id, verdict_id) REFERENCES verdicts.verdict(circle_id, verdict_id)
);

create table verdicts.verdict (  -- dist:circle_id
    circle_id uuid not null,
    verdict_id uuid not null,
    kind text not null,
    reason text not null,
    until timestamp with time zone,
    complaint_id uuid,
    made_by uuid,
    made_at timestamp with time zone not null,
    over_at timestamp with time zone,
    over_by uuid,
    over_why text not null default ''::text,
    appeal text not null default 'none'::text,
    appealed_at timestamp with time zone,
    listing_was text,
    PRIMARY KEY (circle_id, verdict_id),
    CHECK (((appeal = 'none'::text) = (appealed_at IS NULL))),
    CHECK (((kind = 'frozen'::text) OR ((kind = 'closed'::text) = (until IS NOT NULL)))),
    CHECK (((listing_was IS NULL) OR ((kind = 'unlisted'::text) AND (listing_was = ANY (ARRAY['approved'::text, 'waiting'::text, 'refused'::text]))))),
    CHECK (((over_at IS NOT NULL) OR ((over_by IS NULL) AND (over_why = ''::text)))),
    CHECK ((appeal = ANY (ARRAY['none'::text, 'open'::text, 'answered'::text]))),
    CHECK ((kind = ANY (ARRAY['warned'::text, 'unlisted'::text, 'frozen'::text, 'closed'::text])))
);
CREATE INDEX verdict_appealed ON verdicts.verdict USING btree (appealed_at, verdict_id) WHERE (appeal = 'open'::text);
CREATE INDEX verdict_standing ON verdicts.verdict USING btree (until) WHERE ((kind = 'frozen'::text) AND (over_at IS NULL) AND (until IS NOT NULL));
CREATE INDEX verdict_unlisted ON verdicts.verdict USING btree (circle_id, verdict_id) WHERE ((kind = 'unlisted'::text) AND (over_at IS NULL));
CREATE UNIQUE INDEX verdict_once ON verdicts.verdict USING btree (circle_id, kind) WHERE ((over_at IS NULL) AND (kind = ANY (ARRAY['frozen'::text, 'closed'::text])));

create table ways.claim (  -- dist:way_id
    way_id uuid not null,
    circle_id uuid not null,
    PRIMARY KEY (way_id)
);
CREATE INDEX claim_of_circle ON ways.claim USING btree (circle_id);

create table ways.picture (  -- dist:circle_id
    circle_id uuid not null,
    way_id uuid not null,
    type text not null,
    bytes bytea not null,
    made_at timestamp with time zone not null,
    PRIMARY KEY (circle_id, way_id),
    CHECK ((octet_length(bytes) <= 600000))
);

create table ways.selling (  -- dist:reference
    one boolean not null default true,
    wechat_ios boolean not null,
    practice boolean not null,
    PRIMARY KEY (one),
    CHECK (one)
);

create table ways.way (  -- dist:circle_id
    circle_id uuid not null,
    way_id uuid not null,
    kind text not null,
    name text not null,
    is_on boolean not null,
    currencies text[] not null,
    settings text not null,
    sealed bytea,
    sealed_at timestamp with time zone,
    made_at timestamp with time zone not null,
    made_by uuid not null,
    removed_at timestamp with time zone,
    PRIMARY KEY (circle_id, way_id),
    CHECK (((removed_at IS NULL) OR (NOT is_on))),
    CHECK (((sealed IS NULL) = (sealed_at IS NULL))),
    CHECK ((name <> ''::text))
);

create table welcome.newcomer (  -- dist:circle_id
    circle_id uuid not null,
    account_id uuid not null,
    joined_at timestamp with time zone not null,
    profile_at timestamp with time zone,
    introduced_at timestamp with time zone,
    introduced_in bigint,
    started_at timestamp with time zone,
    commented_at timestamp with time zone,
    answered_at timestamp with time zone,
    away_at timestamp with time zone,
    PRIMARY KEY (circle_id, account_id),
    CHECK (((answered_at IS NULL) OR (introduced_at IS NOT NULL))),
    CHECK (((introduced_at IS NULL) = (introduced_in IS NULL)))
);
CREATE INDEX newcomer_newest ON welcome.newcomer USING btree (circle_id, joined_at DESC, account_id DESC);
CREATE INDEX newcomer_waiting ON welcome.newcomer USING btree (circle_id, introduced_at, account_id) WHERE ((introduced_at IS NOT NULL) AND (answered_at IS NULL));

create table welcome.setting (  -- dist:circle_id
    circle_id uuid not null,
    tasks text[] not null,
    introduce_at bigint,
    message text not null,
    message_html text not null,
    patience integer not null,
    changed_at timestamp with time zone not null,
    PRIMARY KEY (circle_id),
    CHECK (((patience >= 1) AND (patience <= 168))),
    CHECK ((introduce_at > 0)),
    CHECK ((tasks <@ ARRAY['profile'::text, 'introduce'::text, 'start'::text, 'comment'::text]))
);
