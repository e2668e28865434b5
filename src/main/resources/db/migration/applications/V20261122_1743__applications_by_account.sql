-- The applications of a person that wait: the other side of those that wait in a circle.
create table applications.account_application (
    account_id uuid        not null,
    circle_id  uuid        not null,
    made_at    timestamptz not null,
    primary key (account_id, circle_id)
);
comment on table applications.account_application is 'dist:account_id';

insert into applications.account_application (account_id, circle_id, made_at)
select account_id, circle_id, made_at
  from applications.application
 where state = 'waiting';
