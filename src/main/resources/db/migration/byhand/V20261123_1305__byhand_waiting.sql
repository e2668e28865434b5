-- Every page about a circle's money says how many payments are to be confirmed.
create index claim_waiting on byhand.claim (circle_id, attempt_id) where state = 'waiting';
