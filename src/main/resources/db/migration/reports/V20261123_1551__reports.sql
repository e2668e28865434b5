-- What members reported to those who keep order: each thing once by each of them. Only they, and those who decide, read it.
create schema reports;

create table reports.report (
    circle_id uuid not null,
    kind text not null,
    thing_id uuid not null,
    account_id uuid not null,
    reason text not null,
    note text not null,
    made_at timestamptz not null,
    amended_at timestamptz,
    primary key (circle_id, kind, thing_id, account_id),
    constraint report_reason check (reason in ('spam', 'abuse', 'fraud', 'illegal', 'privacy', 'off_topic', 'other'))
);
comment on table reports.report is 'dist:circle_id';
create index report_of_member on reports.report (circle_id, account_id);
