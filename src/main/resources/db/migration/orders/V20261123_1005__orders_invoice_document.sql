-- Staff attach the invoice itself, for its buyer alone: a file of the circle is for all who read it.
alter table orders.invoice add column document bytea;
alter table orders.invoice add column document_type text;
alter table orders.invoice add check ((document is null) = (document_type is null));
