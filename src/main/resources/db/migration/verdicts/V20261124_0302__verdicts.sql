-- What the operator decided about a circle, and what its owner and the operator write to each other about it.
create schema verdicts;

create table verdicts.verdict (
    circle_id uuid not null,
    verdict_id uuid not null,
    kind text not null,
    reason text not null,
    until timestamptz,
    complaint_id uuid,
    made_by uuid,
    made_at timestamptz not null,
    over_at timestamptz,
    over_by uuid,
    over_why text not null default '',
    appeal text not null default 'none',
    appealed_at timestamptz,
    primary key (circle_id, verdict_id),
    constraint verdict_kind check (kind in ('warned', 'unlisted', 'frozen', 'closed')),
    constraint verdict_until check (kind = 'frozen' or (kind = 'closed') = (until is not null)),
    constraint verdict_over check (over_at is not null or (over_by is null and over_why = '')),
    constraint verdict_appeal check (appeal in ('none', 'open', 'answered')),
    constraint verdict_appealed check ((appeal = 'none') = (appealed_at is null))
);
comment on table verdicts.verdict is 'dist:circle_id';
-- Of two operators at once one freezes a circle, and one closes it.
create unique index verdict_once on verdicts.verdict (circle_id, kind) where over_at is null and kind in ('frozen', 'closed');
create index verdict_appealed on verdicts.verdict (appealed_at, verdict_id) where appeal = 'open';
create index verdict_standing on verdicts.verdict (until) where kind = 'frozen' and over_at is null and until is not null;

create table verdicts.line (
    circle_id uuid not null,
    verdict_id uuid not null,
    line_id uuid not null,
    by_operator boolean not null,
    account_id uuid,
    text text not null,
    made_at timestamptz not null,
    primary key (circle_id, verdict_id, line_id),
    constraint line_of_verdict foreign key (circle_id, verdict_id) references verdicts.verdict
);
comment on table verdicts.line is 'dist:circle_id';
