-- Finds all applications of somebody who deletes their account, the decided ones too.
create index application_of_account on applications.application (account_id);
