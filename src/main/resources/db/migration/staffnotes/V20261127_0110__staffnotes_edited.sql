-- Whose hand changed a note: asked when their account is deleted.
create index note_edited_by on staffnotes.note (circle_id, edited_by) where edited_by is not null;
