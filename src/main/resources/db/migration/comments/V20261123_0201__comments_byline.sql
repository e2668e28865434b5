-- The name above a comment that was written elsewhere. Its author_id is the account that nobody has.
alter table comments.comment add column byline text;
