-- What was answered by who joined: the questions in the words in which they were asked, and the answers in theirs.
create schema questions;

-- waiting: they are not in yet, and are given tags when they are. skipped: they were asked inside, and put it away.
-- Several choices in one answer stand on lines of their own.
create table questions.answered (
    circle_id  uuid        not null,
    account_id uuid        not null,
    state      text        not null check (state in ('waiting', 'kept', 'skipped')),
    questions  text[]      not null,
    answers    text[]      not null,
    tags       uuid[]      not null default '{}',
    at         timestamptz not null,
    primary key (circle_id, account_id),
    check (cardinality(questions) = cardinality(answers)),
    check (state <> 'skipped' or cardinality(questions) = 0)
);
comment on table questions.answered is 'dist:circle_id';
-- Finds all answers of somebody who deletes their account, also where they only applied.
create index answered_of_account on questions.answered (account_id);
