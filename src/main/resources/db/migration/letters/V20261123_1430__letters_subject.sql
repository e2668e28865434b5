-- A subject that somebody names is a matter of its own: two wishes are two letters.
drop index letters.letter_once;
create unique index letter_once on letters.letter (circle_id, account_id, matter, about, subject) nulls not distinct where state = 'open';
