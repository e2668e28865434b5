-- The page of highlights shows what was picked last first.
create index post_highlights_by_pick on content.post (circle_id, highlighted_at desc, post_id desc)
 where state = 'live' and highlighted_at is not null;
