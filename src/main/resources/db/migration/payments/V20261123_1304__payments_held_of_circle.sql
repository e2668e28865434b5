-- Every page about a circle's money says how many payments wait for a decision.
create index checkout_held_of_circle on payments.checkout (circle_id, checkout_id) where state = 'held';
