alter table site.deed drop constraint deed_kind_check;
alter table site.deed add constraint deed_kind_check
    check (kind in ('settings', 'block', 'unblock', 'permit', 'forbid', 'list', 'unlist', 'open', 'retry'));
