-- What members write to the staff of a circle, one thread for each matter. Only the member and the staff read it.
create schema letters;

create table letters.letter (
    circle_id uuid not null,
    letter_id uuid not null,
    account_id uuid not null,
    matter text not null,
    about uuid,
    subject text not null,
    state text not null,
    waits text not null,
    waits_since timestamptz not null,
    opened_at timestamptz not null,
    last_at timestamptz not null,
    closed_at timestamptz,
    closed_by uuid,
    primary key (circle_id, letter_id),
    constraint letter_matter check (matter in ('mute', 'refund', 'removal', 'other')),
    constraint letter_state check (state in ('open', 'closed')),
    constraint letter_waits check (waits in ('staff', 'member')),
    constraint letter_closed check ((state = 'closed') = (closed_at is not null)),
    constraint letter_closed_by check (closed_by is null or closed_at is not null),
    constraint letter_about check (about is null or matter in ('mute', 'refund'))
);
comment on table letters.letter is 'dist:circle_id';
create unique index letter_once on letters.letter (circle_id, account_id, matter, about) nulls not distinct where state = 'open';
create index letter_of_member on letters.letter (circle_id, account_id, letter_id desc);
create index letter_waiting on letters.letter (circle_id, waits, waits_since, letter_id) where state = 'open';
create index letter_closed on letters.letter (circle_id, letter_id desc) where state = 'closed';

create table letters.line (
    circle_id uuid not null,
    letter_id uuid not null,
    line_id uuid not null,
    author_id uuid,
    staff boolean not null,
    text text not null,
    made_at timestamptz not null,
    primary key (circle_id, letter_id, line_id)
);
comment on table letters.line is 'dist:circle_id';
create index line_of_author on letters.line (circle_id, author_id);
