-- Which comment a holder is, so that its files are seen by who may read it, and by nobody once it is deleted. Of all other holders it is null.
alter table files.holding add column comment_id uuid;
update files.holding h
   set comment_id = c.comment_id
  from comments.comment c
 where c.circle_id = h.circle_id
   and h.holder_id = encode(substring(sha256(convert_to('comment ' || c.comment_id::text, 'UTF8')) for 16), 'hex')::uuid;
