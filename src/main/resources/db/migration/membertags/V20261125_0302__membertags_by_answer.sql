-- A tag can also come from what somebody answered when they joined. V20261126_0201 validates.
alter table membertags.worn drop constraint worn_how_check;
alter table membertags.worn add constraint worn_how_check check (how in ('staff', 'own', 'rule', 'list', 'answer')) not valid;
