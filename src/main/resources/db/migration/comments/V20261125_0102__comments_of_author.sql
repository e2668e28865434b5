-- What somebody commented in one circle, by when: a member's timeline goes on from any moment, also among imported comments.
create index comment_written on comments.comment (circle_id, author_id, made_at desc, comment_id desc);
