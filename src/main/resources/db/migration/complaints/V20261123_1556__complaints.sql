-- What members reported of a whole circle, or of those who lead it: the operator decides. One row for a thing until they have.
create schema complaints;

create table complaints.complaint (
    circle_id uuid not null,
    complaint_id uuid not null,
    kind text not null,
    thing_id uuid not null,
    account_id uuid,
    reports integer not null,
    state text not null,
    opened_at timestamptz not null,
    verdict text,
    reason text not null,
    settled_by uuid,
    settled_at timestamptz,
    primary key (circle_id, complaint_id),
    constraint complaint_state check (state in ('open', 'settled')),
    constraint complaint_verdict check (verdict in ('none', 'warned', 'unlisted')),
    constraint complaint_settled check ((state = 'settled') = (settled_at is not null) and (settled_at is null) = (verdict is null))
);
comment on table complaints.complaint is 'dist:circle_id';
create unique index complaint_once on complaints.complaint (circle_id, kind, thing_id) where state = 'open';
create index complaint_waiting on complaints.complaint (opened_at, complaint_id) where state = 'open';
create index complaint_of_thing on complaints.complaint (circle_id, kind, thing_id, complaint_id desc);
