-- The operator's list of circles that ask to be listed.
create index circle_waiting on circles.circle (circle_id) where listing = 'waiting';
