package app.teahouse.directory;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Speaker;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member writes their line in the directory and chooses for whose eyes each thing is. The circle's rules look at it as at a profile. */
@Component
public class WriteEntry {
    private final Db db;
    private final Choice choice;
    private final Scrutiny scrutiny;
    private final Clock clock;

    WriteEntry(Db db, Choice choice, Scrutiny scrutiny, Clock clock) {
        this.db = db;
        this.choice = choice;
        this.scrutiny = scrutiny;
        this.clock = clock;
    }

    /**
     * What staff took out stays out, whatever is wished: its words can be mended meanwhile.
     *
     * @param speaker on the surface PROFILE
     * @throws Refusal {@code directory.closed}, {@code directory.nothing-shown}, {@code directory.alias}, and what a rule of the circle says
     */
    @Transactional
    public void write(Speaker speaker, boolean listed, Said said, Map<Field, Audience> audiences) {
        choice.mustBeOpen(speaker.circle());
        var entry = Entry.wished(listed, said, audiences).fit();
        if (entry.isListed()) {
            look(speaker, entry);
        }
        put(speaker, entry);
    }

    /**
     * All that others will read, each field on a line of its own, so that what is found can be said beside its field. What is for nobody
     * is not shown to staff by a hit either.
     */
    private void look(Speaker speaker, Entry entry) {
        var starts = new LinkedHashMap<Integer, Field>();
        var text = new StringBuilder();
        var said = entry.said().only(field -> entry.audience(field) != Audience.NOBODY);
        said.texts().forEach((field, words) -> {
            starts.put(text.length(), field);
            text.append(words).append('\n');
        });
        var alias = speaker.member().standing().alias();
        try {
            scrutiny.look(
                    speaker,
                    new Scrutiny.Words(
                            Matter.PROFILE,
                            speaker.account(),
                            alias,
                            text.toString().stripTrailing(),
                            true));
        } catch (Refusal refusal) {
            throw refusal.faults().isEmpty() ? refusal : atField(refusal, starts);
        }
    }

    private static Refusal atField(Refusal refusal, Map<Integer, Field> starts) {
        if (refusal.faults().getFirst().field().equals("alias")) {
            return Refusal.invalid("listed", "directory.alias");
        }
        var from = refusal.facts().get("places") instanceof Collection<?> places ? firstOfText(places) : 0;
        var field = starts.entrySet().stream()
                .filter(start -> start.getKey() <= from)
                .reduce((_, later) -> later)
                .map(Map.Entry::getValue)
                .orElse(Field.EXPERTISE);
        var moved = Refusal.invalid(field.key(), refusal.code());
        for (var fact : refusal.facts().entrySet()) {
            if (!fact.getKey().equals("places")) {
                moved = moved.with(fact.getKey(), fact.getValue());
            }
        }
        return moved;
    }

    /** Places in the alias are none in the text. */
    private static int firstOfText(Collection<?> places) {
        return places.stream()
                .filter(place -> place instanceof Map<?, ?> one && "text".equals(one.get("field")))
                .map(place -> ((Map<?, ?>) place).get("from"))
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .findFirst()
                .orElse(0);
    }

    private void put(Speaker speaker, Entry entry) {
        var said = entry.said();
        // One statement, so that whoever takes it out at this moment finds it before or after, and it stays out.
        db.sql("""
                insert into directory.entry as e
                       (circle_id, account_id, entry_id, state, expertise, interests, region, place, offers, seeks, contact, link,
                        expertise_for, interests_for, place_for, offers_for, seeks_for, contact_for, widest, words, written_at)
                values (:circle, :account, :id, :state, :expertise, :interests, :region, :place, :offers, :seeks, :contact, :link,
                        :expertiseFor, :interestsFor, :placeFor, :offersFor, :seeksFor, :contactFor, :widest,
                        cast(:words as tsvector), :now)
                on conflict (circle_id, account_id) do update
                   set state = case when e.state = 'out' then e.state else excluded.state end,
                       entry_id = case when e.state in ('out', excluded.state) then e.entry_id else excluded.entry_id end,
                       expertise = excluded.expertise, interests = excluded.interests, region = excluded.region,
                       place = excluded.place, offers = excluded.offers, seeks = excluded.seeks, contact = excluded.contact,
                       link = excluded.link, expertise_for = excluded.expertise_for, interests_for = excluded.interests_for,
                       place_for = excluded.place_for, offers_for = excluded.offers_for, seeks_for = excluded.seeks_for,
                       contact_for = excluded.contact_for, widest = excluded.widest, words = excluded.words,
                       written_at = excluded.written_at
                """)
                .with("circle", speaker.circle())
                .with("account", speaker.account())
                .with("id", Ids.next())
                .with("state", entry.state())
                .withTexts("expertise", said.expertise())
                .withTexts("interests", said.interests())
                .with("region", said.region())
                .with("place", said.place())
                .with("offers", said.offers())
                .with("seeks", said.seeks())
                .with("contact", said.contact())
                .with("link", said.link())
                .with("expertiseFor", entry.audience(Field.EXPERTISE))
                .with("interestsFor", entry.audience(Field.INTERESTS))
                .with("placeFor", entry.audience(Field.PLACE))
                .with("offersFor", entry.audience(Field.OFFERS))
                .with("seeksFor", entry.audience(Field.SEEKS))
                .with("contactFor", entry.audience(Field.CONTACT))
                .with("widest", entry.widest())
                .with("words", EntryWords.of(speaker.circle(), entry))
                .with("now", clock.instant())
                .run();
    }
}
