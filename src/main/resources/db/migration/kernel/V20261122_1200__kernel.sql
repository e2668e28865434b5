-- The outbox of events, and the table db-scheduler wakes recurring work with.
create schema kernel;

create table kernel.event (
    circle_id  uuid        not null,
    event_id   uuid        not null,
    kind       text        not null,
    body       text        not null,
    made_at    timestamptz not null,
    tries      integer     not null default 0,
    next_at    timestamptz not null,
    parked     boolean     not null default false,
    last_error text,
    primary key (circle_id, event_id)
);
comment on table kernel.event is 'dist:circle_id';
create index event_waiting on kernel.event (circle_id, event_id) where not parked;

create table kernel.event_handled (
    circle_id  uuid        not null,
    event_id   uuid        not null,
    listener   text        not null,
    handled_at timestamptz not null,
    primary key (circle_id, event_id, listener)
);
comment on table kernel.event_handled is 'dist:circle_id';

create table kernel.event_lease (
    circle_id uuid        not null primary key,
    holder    uuid        not null,
    until     timestamptz not null
);
comment on table kernel.event_lease is 'dist:circle_id';

create table kernel.scheduled_task (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
comment on table kernel.scheduled_task is 'dist:local';
create index scheduled_task_execution_time on kernel.scheduled_task (execution_time);
create index scheduled_task_last_heartbeat on kernel.scheduled_task (last_heartbeat);
