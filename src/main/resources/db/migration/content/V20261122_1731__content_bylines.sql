-- Names above imported posts: each once in a circle, and the member it was assigned to. A post keeps its by-line, so that this can be undone.
create table content.byline (
    circle_id   uuid not null,
    byline      text not null,
    account_id  uuid,
    assigned_by uuid,
    assigned_at timestamptz,
    primary key (circle_id, byline),
    check ((account_id is null) = (assigned_by is null) and (account_id is null) = (assigned_at is null))
);
comment on table content.byline is 'dist:circle_id';
create index byline_by_account on content.byline (circle_id, account_id) where account_id is not null;
insert into content.byline (circle_id, byline)
select distinct circle_id, byline from content.post where byline is not null;
create index post_by_byline on content.post (circle_id, byline, post_id) where byline is not null;
