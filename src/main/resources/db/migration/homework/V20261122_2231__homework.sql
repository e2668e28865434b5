-- Homework: posts that ask for something to be handed in, what was handed in, how it was graded, and who was reminded.
create schema homework;

-- A task is a post that asks for homework; its words are the post's. due_on is a day of the circle's zone, open to its very end.
create table homework.task (
    circle_id     uuid        not null,
    task_id       uuid        not null,
    number        bigint      not null,
    due_on        date,
    grace_hours   integer     not null,
    resubmissions integer,
    peers         text        not null,
    scale         text        not null,
    made_by       uuid,
    made_at       timestamptz not null,
    primary key (circle_id, task_id),
    constraint task_grace check (grace_hours between 0 and 720 and (due_on is not null or grace_hours = 0)),
    constraint task_resubmissions check (resubmissions between 0 and 100),
    constraint task_peers check (peers in ('never', 'after', 'always')),
    constraint task_scale check (scale in ('none', 'pass', 'five', 'letters', 'hundred'))
);
comment on table homework.task is 'dist:circle_id';
create unique index task_by_number on homework.task (circle_id, number desc);

-- Guest experts who grade this task; the staff grade every one.
create table homework.reviewer (
    circle_id  uuid not null,
    task_id    uuid not null,
    account_id uuid not null,
    primary key (circle_id, task_id, account_id),
    foreign key (circle_id, task_id) references homework.task (circle_id, task_id) on delete cascade
);
comment on table homework.reviewer is 'dist:circle_id';
create index reviewer_of_account on homework.reviewer (circle_id, account_id);

-- One a member and task: the version that counts, and the grade of this version. What it said before stands in the post's history.
create table homework.submission (
    circle_id    uuid        not null,
    task_id      uuid        not null,
    account_id   uuid        not null,
    post_id      uuid        not null,
    version      integer     not null,
    handed_at    timestamptz not null,
    late_seconds bigint      not null,
    grade_id     uuid,
    grade        text,
    graded_at    timestamptz,
    primary key (circle_id, task_id, account_id),
    foreign key (circle_id, task_id) references homework.task (circle_id, task_id),
    constraint submission_version check (version > 0 and late_seconds >= 0),
    constraint submission_graded check ((grade_id is null) = (grade is null) and (grade is null) = (graded_at is null))
);
comment on table homework.submission is 'dist:circle_id';
create unique index submission_of_post on homework.submission (circle_id, post_id);
create unique index submission_by_task on homework.submission (circle_id, task_id, post_id desc);
create index submission_of_account on homework.submission (circle_id, account_id);
create index submission_waiting on homework.submission (circle_id, handed_at, post_id) where grade_id is null;
create index submission_waiting_by_task on homework.submission (circle_id, task_id, handed_at, post_id) where grade_id is null;

-- Every grade that was ever given, also those that were changed or taken back.
create table homework.grade (
    circle_id   uuid        not null,
    grade_id    uuid        not null,
    task_id     uuid        not null,
    account_id  uuid        not null,
    version     integer     not null,
    grade       text        not null,
    remark      text        not null,
    made_by     uuid,
    made_at     timestamptz not null,
    taken_back_at timestamptz,
    primary key (circle_id, grade_id),
    foreign key (circle_id, task_id, account_id) references homework.submission (circle_id, task_id, account_id) on delete cascade
);
comment on table homework.grade is 'dist:circle_id';
create index grade_of_submission on homework.grade (circle_id, task_id, account_id, grade_id desc);

-- Each member is reminded of a task at most once.
create table homework.reminder (
    circle_id   uuid        not null,
    task_id     uuid        not null,
    account_id  uuid        not null,
    made_by     uuid,
    made_at     timestamptz not null,
    primary key (circle_id, task_id, account_id),
    foreign key (circle_id, task_id) references homework.task (circle_id, task_id) on delete cascade
);
comment on table homework.reminder is 'dist:circle_id';
create index reminder_of_account on homework.reminder (circle_id, account_id);
