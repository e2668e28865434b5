-- Whether an article was a highlight where it comes from.
alter table imports.article add column highlight boolean not null default false;
