-- A complaint may end with a circle that is frozen or closed.
alter table complaints.complaint drop constraint complaint_verdict;
alter table complaints.complaint
    add constraint complaint_verdict check (verdict in ('none', 'warned', 'unlisted', 'frozen', 'closed'));
