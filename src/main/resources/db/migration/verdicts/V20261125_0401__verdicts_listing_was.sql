-- Taking a decision back leaves the circle as it was in Discover; decisions from before know no more than that it was listed.
alter table verdicts.verdict
    add column listing_was text;
alter table verdicts.verdict
    add constraint verdict_listing_was check (listing_was is null or (kind = 'unlisted' and listing_was in ('approved', 'waiting', 'refused')));
create index verdict_unlisted on verdicts.verdict (circle_id, verdict_id) where kind = 'unlisted' and over_at is null;
