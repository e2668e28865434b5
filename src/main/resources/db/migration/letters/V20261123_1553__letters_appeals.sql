-- Appeals stand in the review queue, by since when they wait.
create index letter_appeals on letters.letter (circle_id, waits_since, letter_id)
    where state = 'open' and waits = 'staff' and matter in ('mute', 'removal');
