-- What somebody wrote in one circle, by when it appeared: a member's timeline goes on from any moment.
create index post_written on content.post (circle_id, author_id, published_at desc, post_id desc) where published_at is not null;
