-- Whether a run fetches the pictures that its articles name at other hosts, and how many the archive names.
alter table imports.run add column with_pictures boolean not null default false;
alter table imports.run add column away_pictures integer not null default 0;
alter table imports.run add column away_hosts integer not null default 0;
