-- Finds what somebody told others of, once they delete their account.
create index notice_by_actor on notify.notice (actor_id) where actor_id is not null;
create index actor_by_actor on notify.actor (actor_id);
create index broadcast_by_actor on notify.broadcast (circle_id, actor_id);
