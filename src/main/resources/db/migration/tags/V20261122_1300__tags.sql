-- The tags of a circle, all names they are found by, and the posts that carry them.
create schema tags;

create table tags.tag (
    circle_id   uuid        not null,
    tag_id      uuid        not null,
    name        text        not null,
    sort_key    bytea       not null,
    colour      text        not null default 'ink',
    post_count  bigint      not null default 0,
    merged_into uuid,
    made_by     uuid        not null,
    made_at     timestamptz not null,
    primary key (circle_id, tag_id),
    check (merged_into <> tag_id)
);
comment on table tags.tag is 'dist:circle_id';
create index tag_merging on tags.tag (tag_id) where merged_into is not null and post_count > 0;

-- The names of tags, folded: their own, and the old ones and synonyms that lead to them.
create table tags.name (
    circle_id uuid not null,
    folded    text not null,
    tag_id    uuid not null,
    primary key (circle_id, folded),
    foreign key (circle_id, tag_id) references tags.tag (circle_id, tag_id)
);
comment on table tags.name is 'dist:circle_id';
create index name_by_tag on tags.name (circle_id, tag_id);

-- A copy of the post's number lets a tag's feed be read in order. It is missing while the post is not to be seen.
create table tags.post_tag (
    circle_id uuid   not null,
    post_id   uuid   not null,
    tag_id    uuid   not null,
    number    bigint,
    primary key (circle_id, post_id, tag_id),
    foreign key (circle_id, tag_id) references tags.tag (circle_id, tag_id)
);
comment on table tags.post_tag is 'dist:circle_id';
create index post_tag_feed on tags.post_tag (circle_id, tag_id, number desc, post_id) where number is not null;
create index post_tag_by_tag on tags.post_tag (circle_id, tag_id, post_id);
