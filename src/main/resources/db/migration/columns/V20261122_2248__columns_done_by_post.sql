-- Who has done a part: the report of a column reads it part by part.
create index done_of_post on columns.done (circle_id, post_id, account_id, done_at);
