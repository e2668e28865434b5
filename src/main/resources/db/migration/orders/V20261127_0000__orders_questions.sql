-- In which words was asked what an order answers, line by line. An order from before has none: its answers come in the order of the questions.
alter table orders.entry
    add column questions text[] not null default '{}';
