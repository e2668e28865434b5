-- The site as its operator set it, and what operators did to accounts and circles.
create schema site;

-- One row, or none while everything is as the product has it.
create table site.setting (
    one              boolean     not null default true primary key check (one),
    name             text        not null,
    logo             text,
    founders         text        not null check (founders in ('everyone', 'verified', 'permitted')),
    listing_approval boolean     not null,
    terms            text        not null,
    terms_html       text        not null,
    privacy          text        not null,
    privacy_html     text        not null,
    footer           text,
    reports          text,
    changed_at       timestamptz not null
);
comment on table site.setting is 'dist:reference';

-- What an operator did, to whom or what, and why. Rows stay.
create table site.deed (
    account_id uuid        not null,
    deed_id    uuid        not null,
    kind       text        not null check (kind in ('settings', 'block', 'unblock', 'permit', 'forbid', 'list', 'unlist',
                                                    'retry')),
    about      text        not null,
    about_id   uuid,
    reason     text        not null,
    done_at    timestamptz not null,
    primary key (account_id, deed_id)
);
comment on table site.deed is 'dist:account_id';
create index deed_by_time on site.deed (deed_id desc);
