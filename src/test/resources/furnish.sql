-- Something in every table that keeps things of a circle or of an account, for EndingsTest. :member made it, or it is about :member;
-- :owner is another, :name what :member is called. A new table needs a statement here, and an ending of its own in its room.
insert into accounts.ticket values (:member, sha256(convert_to(:account, 'UTF8')), 'verify', :account || '@example.org', now(), now());
insert into applications.application (circle_id, application_id, account_id, name, questions, answers, state, made_at, decided_by, decided_at)
values (:circle, gen_random_uuid(), :member, :name, '{Why?}', '{Because}', 'approved', now(), :owner, now());
insert into applications.account_application values (:member, :circle, now());
insert into away.picture (circle_id, picture_id, address, host, state, noted_at)
values (:circle, :circle, 'https://example.org/a.png', 'example.org', 'known', now());
insert into away.use values (:circle, 1, :circle, false);
insert into openings.opening values (:circle, :member, 'Test', now(), now());
insert into circles.question values (:circle, 1, 'Why?');
insert into circles.rules values (:circle, 1, 'Be kind', 'Be kind', :owner, now());
insert into comments.comment (circle_id, comment_id, post_id, thread_id, form_id, author_id, body, html, state, made_at, reaction_count)
select :circle, x.id, p.post_id, x.id, gen_random_uuid(), x.author, 'Words', 'Words', 'live', now(), x.reactions
  from content.post p, (values (cast(:member as uuid), cast(:member as uuid), 0), (:owner, :owner, 1)) as x (id, author, reactions)
 where p.circle_id = :circle and p.author_id = :owner;
update content.post set comment_count = 2, reaction_count = 1 where circle_id = :circle and author_id = :owner;
insert into comments.comment_history values (:circle, :member, 1, 'Before', 'Before', now());
insert into highlights.dismissed values (:circle, :circle, :member, now());
insert into content.apart_counter values (:circle, 1, 20, 0);
insert into homework.task (circle_id, task_id, number, grace_hours, peers, scale, made_by, made_at)
select :circle, post_id, number, 0, 'after', 'pass', :owner, now() from content.post where circle_id = :circle and author_id = :owner;
insert into homework.reviewer select circle_id, task_id, :member from homework.task where circle_id = :circle;
insert into homework.submission (circle_id, task_id, account_id, post_id, version, handed_at, late_seconds)
select circle_id, task_id, :member, task_id, 1, now(), 0 from homework.task where circle_id = :circle;
insert into homework.grade (circle_id, grade_id, task_id, account_id, version, grade, remark, made_by, made_at)
select circle_id, :circle, task_id, :member, 1, 'pass', 'Good', :owner, now() from homework.task where circle_id = :circle;
insert into homework.reminder select circle_id, task_id, :member, :owner, now() from homework.task where circle_id = :circle;
insert into content.byline values (:circle, 'A by-line', :member, :owner, now());
insert into drafts.draft values (:member, :circle, :circle, 'A draft', 'Words', now());
insert into curation.highlight_log values (:circle, gen_random_uuid(), :circle, :member, 'picked', 'Good', now());
insert into curation.pin_counter values (:circle, 1);
insert into content.post_history
select circle_id, post_id, 1, 'Before', 'Before', 'Before', now() from content.post where circle_id = :circle;
insert into content.post (circle_id, post_id, author_id, title, body, html, excerpt, minutes, state, created_at, publish_at)
values (:circle, gen_random_uuid(), :member, 'Tomorrow', 'Words', 'Words', 'Words', 1, 'scheduled', now(), now() + interval '9 years');
insert into files.file (circle_id, file_id, account_id, name, kind, type, bytes, made_at)
values (:circle, :circle, :member, 'a.txt', 'document', 'text/plain', 1, now());
insert into files.copy values (:circle, gen_random_uuid(), 'https://example.org/a.png', :circle, now());
insert into files.holding values (:circle, gen_random_uuid(), :circle);
insert into files.portrait values (:member, gen_random_uuid(), 'image/png', '{48}', now());
insert into following.follow values (:member, :circle, 'author:' || :other, now());
insert into following.followed values (:circle, 'author:' || :other, 1), (:circle, 'author:' || :account, 1);
insert into imports.run (circle_id, run_id, state, file_name, made_by, made_at, total, finished_at)
values (:circle, :circle, 'done', 'a.zip', :owner, now(), 1, now());
insert into imports.article (circle_id, run_id, position, path, title, published_at, state)
values (:circle, :circle, 1, 'a.md', 'A', now(), 'kept');
insert into imports.oddity values (:circle, :circle, gen_random_uuid(), 'a.md', 'odd', '');
insert into log.entry values (:circle, gen_random_uuid(), 'role', :owner, :member, 'member', '', now());
insert into members.handover values (:circle, :owner, :member, now());
insert into speaking.ruling values
    (:circle, gen_random_uuid(), :member, 'mute', 'chosen', '{comment}', 'Test', now() + interval '1 day', false, '/p/1', :owner, now(), null, null, null, ''),
    (:circle, gen_random_uuid(), :member, 'grant', 'chosen', '{post}', 'Test', null, false, null, :owner, now(), now(), :owner, 'lifted', 'Enough');
insert into speaking.hush values
    (:circle, 'now', '{comment}', '{volunteer}', now(), null, null, 'Test', :owner, now()),
    (:circle, 'daily', '{post,comment}', '{}', null, 1380, 420, 'Night', :owner, now());
insert into membertags.tag (circle_id, tag_id, grouping, heading, name, folded, sort_key, member_count, made_by, made_at)
values (:circle, :circle, 'custom', 'City', 'Suzhou', 'suzhou', '\x00', 2, :member, now());
insert into membertags.worn values (:circle, :member, :circle, 'worn', 'staff', :owner, now()), (:circle, :owner, :circle, 'worn', 'own', :member, now());
insert into membertags.choice values (:circle, true);
insert into questions.answered (circle_id, account_id, state, questions, answers, tags, at)
values (:circle, :member, 'kept', '{Which tea?}', '{Oolong}', '{}', now());
insert into directory.choice values (:circle, true);
insert into directory.entry
       (circle_id, account_id, entry_id, state, expertise, interests, region, place, offers, seeks, contact, link, expertise_for, interests_for,
        place_for, offers_for, seeks_for, contact_for, widest, words, written_at, out_by, out_at, out_reason)
values (:circle, :member, :circle, 'out', '{Tea}', '{Paper}', 'CN-ZJ', 'Hangzhou', 'Tea', 'Books', 'wx-tea', 'https://example.org/', 'members',
        'members', 'members', 'members', 'members', 'staff', 'members', '', now(), :owner, now(), 'Not yet');
insert into segments.segment (circle_id, segment_id, name, folded, joined, conditions, tag_id, takes, changed_by, changed_at)
values (:circle, :circle, 'Wrote lately', 'wrote lately', 'all',
        '{"version":1,"conditions":[{"fact":"written","not":false,"value":"1"}]}', :circle, false, :member, now());
insert into segments.fact (circle_id, account_id, role, joined_at, seen_at, seen_day)
values (:circle, :member, 'member', now(), now(), current_date), (:circle, :owner, 'owner', now(), now(), current_date)
on conflict do nothing;
insert into segments.tally values (:circle, :circle, current_date, 1, now());
insert into segments.turn (circle_id, seen_upto, next_at) values (:circle, now(), now()) on conflict do nothing;
insert into letters.letter values
    (:circle, :circle, :member, 'mute', gen_random_uuid(), '', 'open', 'member', now(), now(), now(), null, null),
    (:circle, gen_random_uuid(), :owner, 'other', null, 'Tea', 'closed', 'staff', now(), now(), now(), now(), :owner);
insert into letters.line values
    (:circle, :circle, gen_random_uuid(), :member, false, 'Please', now()),
    (:circle, :circle, gen_random_uuid(), :owner, true, 'No', now());
insert into staffnotes.note values
    (:circle, gen_random_uuid(), :member, 'Prefers letters', true, :owner, now(), :owner, now()),
    (:circle, gen_random_uuid(), :owner, 'Sells tea', false, :member, now(), null, null);
insert into strikes.strike values
    (:circle, gen_random_uuid(), :member, 'Test', '/p/1', :owner, now(), now() + interval '90 days', null, null),
    (:circle, gen_random_uuid(), :member, 'Test', null, :owner, now(), now() + interval '1 day', now(), :owner);
insert into blocks.block values (:circle, :member, :owner, now());
insert into removals.removal
       (circle_id, removal_id, account_id, role, reason, back, back_until, words, words_state, words_by, words_at, money, money_state, made_by, made_at)
values (:circle, :circle, :member, 'member', 'Test', 'day', now(), 'hide', 'taken', :owner, now(), 'nothing', 'none', :owner, now());
insert into removals.word values (:circle, :circle, 'post', gen_random_uuid());
insert into strikes.ladder values (:circle, 90, :owner, now());
insert into strikes.rung values (:circle, 1, 'warn', null), (:circle, 2, 'mute', 3);
insert into reports.report values
    (:circle, 'post', gen_random_uuid(), :member, 'spam', 'A shop', now(), null),
    (:circle, 'member', :member, :owner, 'abuse', '', now(), now());
insert into complaints.complaint values
    (:circle, gen_random_uuid(), 'member', :member, :member, 1, 'settled', now(), 'warned', 'Test', :owner, now()),
    (:circle, gen_random_uuid(), 'post', gen_random_uuid(), :member, 1, 'open', now(), null, '', null, null);
insert into verdicts.verdict (circle_id, verdict_id, kind, reason, made_by, made_at, over_at, over_by, over_why, appeal, appealed_at)
values (:circle, :circle, 'warned', 'Test', :member, now(), now(), :member, 'Test', 'answered', now());
insert into verdicts.line values (:circle, :circle, gen_random_uuid(), false, :member, 'Test', now());
insert into suspicions.suspicion values (:member, '{quick}', 'cleared', now(), :owner, now());
insert into review.item (circle_id, item_id, kind, thing_id, author_id, about_admin, held, rules, reports, mended, risk, state, turn, opened_at,
                         seen_by, seen_until, fate, measure, reason, decided_by, decided_at, reversed_by, reversed_at)
values (:circle, gen_random_uuid(), 'post', gen_random_uuid(), :member, false, false, '{}', 1, false, 1, 'open', 1, now(), :owner, now(),
        null, null, '', null, null, null, null),
       (:circle, gen_random_uuid(), 'member', :member, :member, false, false, '{}', 1, false, 1, 'decided', 2, now(), null, null,
        'keep', 'warn', 'Rule 1', :owner, now(), :owner, now());
insert into members.speaking values (:circle, 'member', 'reaction', true);
insert into notify.bell values (:member, 1, now()), (:owner, 3, now()) on conflict (account_id) do update set unseen = 3;
insert into notify.broadcast (circle_id, audience, about, kind, number, actor_id, actor_name, made_at)
values (:circle, 'all', 'test', 'post', 1, :member, :name, now());
insert into notify.notice (account_id, notice_id, circle_id, kind, about, number, actor_id, actor_name, actors, told_at)
values (:member, gen_random_uuid(), :circle, 'post', 'test', 1, :owner, 'Owner', 1, now()),
       (:member, :circle, :circle, 'reaction', 'test', 1, :owner, 'Owner', 1, now()),
       (:owner, gen_random_uuid(), :circle, 'mention', 'test', 1, :member, :name, 1, now()),
       (:owner, gen_random_uuid(), :circle, 'role', 'test-role', null, :member, :name, 1, now()),
       (:owner, :circle, :circle, 'reaction', 'test', 1, :member, :name, 2, now());
insert into notify.actor values (:member, :circle, :owner), (:owner, :circle, :member), (:owner, :circle, gen_random_uuid());
insert into passkeys.passkey values (:member, sha256(convert_to(:account, 'UTF8')), 'Phone', 'k', 1, true, '', false, false, null, null, now(), now());
insert into passkeys.passkey_claim values (sha256(convert_to(:account, 'UTF8')), :member);
insert into reactions.reaction values (:circle, :owner, :member, 'like', now());
insert into reactions.tally values (:circle, :owner, 'like', 1);
insert into reactions.reaction
select circle_id, post_id, :member, 'love', now() from content.post where circle_id = :circle and author_id = :owner;
insert into reactions.tally
select circle_id, post_id, 'love', 1 from content.post where circle_id = :circle and author_id = :owner;
insert into reading.opened values (:circle, :member, 1);
insert into reading.place values (:circle, :member, now(), 1, now(), 1, now());
insert into reading.position values (:circle, :member, 1, 950, now(), 500, 60, now(), now(), false);
insert into reading.tally values (:circle, 1, 1, 1, 0, 0, 60, '{0,0,0,0,0,0,0,0,0,1}');
insert into reading.week values (:circle, :member, '2026-01-05', 60);
insert into members.discretion values (:member, true, now());
insert into tags.tag (circle_id, tag_id, name, sort_key, made_by, made_at) values (:circle, :circle, 'Tea', 'tea', :owner, now());
insert into tags.name values (:circle, 'tea', :circle);
insert into tags.post_tag values (:circle, gen_random_uuid(), :circle, null);
insert into tokens.token values (:member, gen_random_uuid(), sha256(convert_to(:account, 'UTF8')), 'Program', '{read}', now(), null, null);
insert into topics.muted values (:member, :circle, 'posts');
insert into saved.post values (:member, :circle, 1, gen_random_uuid(), now());
insert into saved.folder values (:member, gen_random_uuid(), :name, 'folded', 1);
insert into saved.passage values (:member, :circle, 1, gen_random_uuid(), :name, 500, now());
insert into index.document values (:circle, gen_random_uuid(), 'post', 1, now(), '''a''', '''a''');
insert into syndication.address values (:member, :circle, sha256(convert_to(:account, 'UTF8')), now());
insert into index.term values (:circle, 'a', 1);
insert into index.change values (:circle, gen_random_uuid(), 'post', gen_random_uuid());
insert into index.progress values (:circle, 0, 'done', :circle, 1, 1) on conflict do nothing;
insert into search.recent values (:member, 'tea', 'Tea', now());
insert into synonyms.line values (:circle, gen_random_uuid(), '{a,b}', :owner, now());
insert into columns.counter values (:circle, 1);
insert into columns.series (circle_id, column_id, number, name, promise, course, made_by, made_at, published_at)
values (:circle, :circle, 1, 'Column', '', true, :member, now(), now());
insert into columns.section values (:circle, :circle, :circle, 'Section', 1);
insert into columns.item select :circle, :circle, post_id, null, number from content.post where circle_id = :circle and number is not null;
insert into columns.done values (:circle, :member, :circle, now());
insert into exports.run (circle_id, run_id, state, made_at, finished_at)
values (:circle, gen_random_uuid(), 'cancelled', now(), now());
insert into arrivals.arrival (circle_id, state, made_by, made_at, file_name, slug, origin, manifest, total, finished_at)
values (:circle, 'done', :member, now(), 'a.zip', 'furnished', :circle, '{}', 0, now());
insert into arrivals.place (circle_id, number, mark, state, taken_by, taken_at) values (:circle, 1, 'a', 'moved', :member, now());
insert into reservations.list (circle_id, list_id, state, file_name, made_by, made_at, finished_at, total, faulty)
values (:circle, :circle, 'done', 'people.csv', :member, now(), now(), 1, 0);
insert into reservations.line (circle_id, list_id, line, state, place_id, mark) values (:circle, :circle, 2, 'fresh', :circle, 'a');
insert into reservations.place (circle_id, place_id, mark, state, made_at, taken_by, taken_at)
values (:circle, :circle, 'm' || :circle, 'taken', now(), :member, now());
insert into reservations.notes values (:circle, :member, '{tea}', null, '2030-01-01', '');
insert into paths.path values (:circle, :member, 10, now());
insert into paths.stop values (:circle, :member, :circle, 0, 2, '{highlight}', null, null, null);
insert into paths.passed values (:circle, :member, gen_random_uuid(), now());
insert into paths.pool values (:circle, :circle, 1);
insert into paths.walk values (:circle, 0, null, now());
insert into start.plan values (:circle, now());
insert into start.step values (:circle, :circle, 1, 'words', 'Begin', '', null, null, now());
insert into start.taken values (:circle, :member, :circle, now());
insert into takeaway.run (circle_id, run_id, kind, slot, file_name, state, made_by, made_at)
values (:circle, gen_random_uuid(), 'some', :member, 'some.zip', 'running', :member, now());
insert into readers.report values (:circle, :circle, now(), 1, 1, 0, 0, 60, '{1}', '{1}', '{0}');
insert into ledger.balance values (:circle, :circle, 'available', null, 'CNY', 0, 0, false);
insert into ledger.transfer values (:circle, :circle, :circle, gen_random_uuid(), 1, 'CNY', 'sale', :circle, null, now());
insert into ledger.hold values (:circle, :circle, :circle, 1, 'CNY', :circle, 'released', now(), now(), now());
insert into ledger.proof values (:circle, now(), 0, 0, null);
insert into plans.counter values (:circle, 1);
insert into plans.plan (circle_id, plan_id, number, name, kind, amount, currency, made_by, made_at)
values (:circle, gen_random_uuid(), 1, 'A year', 'yearly', 19900, 'CNY', :owner, now());
insert into plans.terms (circle_id) values (:circle);
insert into passes.pass (circle_id, account_id, source, first_day, anchor) values (:circle, :member, 'kept', current_date, 1);
insert into passes.span (circle_id, span_id, account_id, source, first_day, anchor, amount, currency, made_at)
values (:circle, gen_random_uuid(), :member, 'kept', current_date, 1, 0, 'CNY', now());
insert into passes.turn (circle_id, choice, made_by, made_at) values (:circle, 'kept', :owner, now());
insert into coupons.coupon (circle_id, coupon_id, name, kind, purpose, codes, uses, made_by, made_at)
values (:circle, :circle, 'A present', 'full', 'both', 1, 1, :owner, now());
insert into coupons.code values (:circle, '', :circle, 1, null, 1);
insert into coupons.use values (:circle, :circle, :circle, 1, :member, 1, 'CNY', 'reserved', now(), null);
insert into orders.entry (circle_id, order_id, number, account_id, kind, plan_id, title, list_amount, amount, currency, state, made_at)
values (:circle, :circle, '20261123-0001', :member, 'join', :circle, 'A year', 19900, 19900, 'CNY', 'open', now());
insert into orders.account_entry values (:member, :circle, :circle, now());
insert into orders.counter values (:circle, current_date, 1);
insert into orders.refund values (:circle, :circle, :circle, 0, 0, :owner, false, '', true, 'done', null, now(), now());
insert into orders.dispute values (:circle, :circle, :circle, 1, 'CNY', 1, 'won', null, now(), now());
insert into treasury.settlement values (:circle, :circle, 1, 'CNY', 'B-1', 'Paid', :owner, now());
insert into treasury.ended values (:circle, '9999-01-01');
insert into orders.fee values (:circle, 'CNY', 500, 0, :owner, now());
insert into orders.invoice values (:circle, :circle, 'Tea Ltd', '', 'tea@example.org', now(), now(), :owner, '/files/a');
insert into gifts.parcel (circle_id, order_id, giver_id, giver, greeting, plan_id, plan_name, kind, cards, paid_at)
values (:circle, :circle, :member, :name, :name, :circle, 'A year', 'yearly', 1, now());
insert into gifts.card (circle_id, card_id, order_id, number, worth, currency, state, account_id, valid_until, ended_at)
values (:circle, :circle, :circle, 1, 19900, 'CNY', 'used', :member, '2031-11-23', now());
insert into gifts.account_card values (:member, :circle, :circle);
insert into gifts.claim values (sha256(convert_to(:account, 'UTF8')), :circle, :circle);
insert into gifts.account_parcel values (:member, :circle, :circle, now());
insert into comps.comp (circle_id, comp_id, account_id, reason, given_by, given_at)
values (:circle, gen_random_uuid(), :member, 'A friend', :owner, now());
insert into payments.counter values (:circle, date '2026-11-23', 1);
insert into payments.checkout
       (circle_id, checkout_id, number, seller, about_id, payer_id, title, amount, currency, state, made_at, expires_at, return_path,
        may_save, attempt_id, paid_amount, paid_currency, paid_at, received_by_circle, ended_at, decided_by)
values (:circle, :circle, '261123-1A', 'test', :circle, :member, 'Tea', 1, 'CNY', 'paid', now(), now(), '/', false, :circle, 1, 'CNY',
        now(), true, now(), :member);
insert into payments.attempt
       (circle_id, attempt_id, checkout_id, way_id, kind, manner, number, received_by_circle, save, state, made_at)
values (:circle, :circle, :circle, :circle, 'test', 'redirect', '261123-1A-X', true, false, 'closed', now());
insert into payments.refund
       (circle_id, refund_id, checkout_id, attempt_id, amount, currency, reason, by_seller, state, asked_at, ended_at, ended_by)
values (:circle, :circle, :circle, :circle, 1, 'CNY', '', true, 'done', now(), now(), :member);
insert into payments.dispute values (:circle, 'dispute', :circle, 1, 'CNY', null, now(), true);
insert into payments.claim values ('attempt ' || :circle, :circle, :circle);
insert into payments.account_checkout values (:member, :circle, :circle);
insert into payments.means values (:member, gen_random_uuid(), :circle, :circle, '', 'Visa 4242', 2030, 1, now());
insert into ways.way (circle_id, way_id, kind, name, is_on, currencies, settings, made_at, made_by)
values (:circle, :circle, 'test', 'Test', false, '{}', '{}', now(), :member);
insert into ways.claim values (:circle, :circle);
insert into ways.picture values (:circle, :circle, 'image/png', '', now());
insert into renewals.renewal (circle_id, account_id, ends_day, next_at, made_at) values (:circle, :member, current_date, now(), now());
insert into payouts.details values (:circle, '', 'Bank', :owner, now());
insert into payouts.payout (circle_id, payout_id, day, amount, currency, label, sealed, state, asked_by, asked_at, ready_at, ended_at)
values (:circle, :circle, current_date, 1, 'CNY', 'Bank', '', 'cancelled', :owner, now(), now(), now());
insert into byhand.claim (circle_id, attempt_id, checkout_id, payer_id, received_by_circle, state, reference, said_at, decided_by, decided_at)
values (:circle, :circle, :circle, :member, true, 'arrived', '', now(), :member, now());
insert into screening.rule (circle_id, rule_id, place, name, kind, verdict, matters, words, changed_by, changed_at)
values (:circle, :circle, 1, 'Words', 'words', 'hold', '{post}', '{casino}', :member, now());
insert into screening.edition values (:circle, 1);
insert into screening.hit values (:circle, gen_random_uuid(), :circle, :member, 'post', gen_random_uuid(), 'hold', 'casino', now(), null);
insert into screening.said values (:circle, :circle, :member, 'post', gen_random_uuid(), '{}', now());
insert into screening.band values (:circle, 1, :circle);
insert into screening.turn values (:circle, :member, 1);
insert into screening.trial values (:circle, :circle, :circle, 'done', 'comment', gen_random_uuid(), 1, 1, :member, now(), now());
insert into screening.sample values (:circle, :circle, 0, :member, 'post', gen_random_uuid(), 'casino', now());
insert into announcements.counter values (:circle, 1);
insert into announcements.announcement
       (circle_id, announcement_id, number, state, subject, body, body_html, excerpt, by_mail, made_by, made_at, sent_by, send_at, began_at, ended_at, reached)
values (:circle, :circle, 1, 'sent', 'Tea', 'Tea', '<p>Tea</p>', 'Tea', true, :member, now(), :member, now(), now(), now(), 1);
insert into announcements.receipt values (:circle, :circle, :member, 'written', now(), null, null);
insert into announcements.week values (:circle, :member, current_date, 1);
insert into announcements.choice values (:circle, 3);
insert into welcome.setting values (:circle, '{profile,comment}', 1, '', '', 24, now());
insert into welcome.newcomer values (:circle, :member, now(), now(), now(), 1, now(), now(), now(), now()) on conflict do nothing;
