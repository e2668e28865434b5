-- A tag can also come from a rule, which takes only what rules gave.
alter table membertags.worn drop constraint worn_how_check;
alter table membertags.worn add constraint worn_how_check check (how in ('staff', 'own', 'rule'));
