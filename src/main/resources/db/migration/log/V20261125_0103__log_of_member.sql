-- What was done to a member, by when: their timeline goes on from any moment.
create index entry_whose_at on log.entry (circle_id, whose_id, at desc, entry_id desc) where whose_id is not null;
