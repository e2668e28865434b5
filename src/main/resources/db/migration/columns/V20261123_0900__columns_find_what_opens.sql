-- Whoever is here is told what opened to them, and of most circles nothing does: which columns open by and by must cost one look at an index.
create index series_dripping on columns.series (circle_id, column_id) where opens <> 'at_once' and published_at is not null;
create index item_dripping on columns.item (circle_id, column_id) where opens <> 'at_once';
