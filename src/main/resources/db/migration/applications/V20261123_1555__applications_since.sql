-- Applications stand in the review queue, by since when they wait.
create index application_since on applications.application (circle_id, made_at, application_id) where state = 'waiting';
