-- A file that only a draft holds is shown to its writer and the staff. What a draft held before is taken for something else that members see.
alter table files.holding add column draft boolean not null default false;
