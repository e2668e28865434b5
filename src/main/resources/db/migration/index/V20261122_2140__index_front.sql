-- The title and the words that stand oftenest, which ranks are made of: they stay in the row, while words, asked by its index alone, lies
-- aside when it is long. What is there already has none until it is indexed again, by the next version of the analysis.
alter table index.document add column front tsvector not null default '';
alter table index.document set (toast_tuple_target = 4080);
