-- Finds the notices that gathered a reaction which was taken back, seen ones too.
create index notice_of_reactions on notify.notice (account_id, circle_id, about) where kind = 'reaction';
