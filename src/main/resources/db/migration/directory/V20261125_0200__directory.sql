-- Members who wish to be found by others of their circle, and for whose eyes each thing is that they say.
create schema directory;

-- Whether a circle has a directory; without a row it has none.
create table directory.choice (
    circle_id uuid    not null primary key,
    open      boolean not null
);
comment on table directory.choice is 'dist:circle_id';

-- entry_id is made anew whenever the state changes, so each list goes by it: who was listed last stands first. widest is the widest
-- audience of anything that is said at all. A lexeme of words names its circle, an audience and what kind of word it is
-- (directory.EntryWords): whoever asks, asks with their own audiences, and so cannot find what is not for them.
create table directory.entry (
    circle_id     uuid        not null,
    account_id    uuid        not null,
    entry_id      uuid        not null,
    state         text        not null check (state in ('draft', 'listed', 'out')),
    expertise     text[]      not null default '{}',
    interests     text[]      not null default '{}',
    region        text        not null default '',
    place         text        not null default '',
    offers        text        not null default '',
    seeks         text        not null default '',
    contact       text        not null default '',
    link          text        not null default '',
    expertise_for text        not null check (expertise_for in ('nobody', 'staff', 'listed', 'members')),
    interests_for text        not null check (interests_for in ('nobody', 'staff', 'listed', 'members')),
    place_for     text        not null check (place_for in ('nobody', 'staff', 'listed', 'members')),
    offers_for    text        not null check (offers_for in ('nobody', 'staff', 'listed', 'members')),
    seeks_for     text        not null check (seeks_for in ('nobody', 'staff', 'listed', 'members')),
    contact_for   text        not null check (contact_for in ('nobody', 'staff', 'listed', 'members')),
    widest        text        not null check (widest in ('nobody', 'staff', 'listed', 'members')),
    words         tsvector    not null default '',
    written_at    timestamptz not null,
    out_by        uuid,
    out_at        timestamptz,
    out_reason    text        not null default '',
    primary key (circle_id, account_id),
    unique (circle_id, entry_id),
    constraint entry_out check ((state = 'out') = (out_at is not null)),
    constraint entry_seen check (state <> 'listed' or widest in ('listed', 'members'))
);
comment on table directory.entry is 'dist:circle_id';
create index entry_listed on directory.entry (circle_id, entry_id) where state = 'listed';
create index entry_taken_out on directory.entry (circle_id, entry_id) where state = 'out';
-- Written when a member writes, read much oftener.
create index entry_words on directory.entry using gin (words) with (fastupdate = off) where state = 'listed';
