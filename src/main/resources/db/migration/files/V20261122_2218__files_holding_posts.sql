-- Which post a holder is, so that whoever asks for a file can be asked whether they may read what it stands in. Of all other holders it is null.
alter table files.holding add column post_id uuid;
update files.holding h
   set post_id = p.post_id
  from content.post p
 where p.circle_id = h.circle_id
   and h.holder_id = encode(substring(sha256(convert_to('post ' || p.post_id::text, 'UTF8')) for 16), 'hex')::uuid;
