-- Words that mean the same in a circle: who looks for one finds the others.
create schema synonyms;

create table synonyms.line (
    circle_id uuid        not null,
    line_id   uuid        not null,
    words     text[]      not null,
    made_by   uuid        not null,
    made_at   timestamptz not null,
    primary key (circle_id, line_id)
);
comment on table synonyms.line is 'dist:circle_id';
alter table synonyms.line add constraint line_words check (cardinality(words) between 2 and 12);
