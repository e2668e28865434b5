package app.teahouse.demo;

import app.teahouse.announcements.DraftAnnouncement;
import app.teahouse.announcements.SendAnnouncement;
import app.teahouse.circles.Question;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.letters.AnswerLetter;
import app.teahouse.letters.Letter;
import app.teahouse.letters.LetterId;
import app.teahouse.letters.WriteLetter;
import app.teahouse.membertags.ArrangeMemberTags;
import app.teahouse.membertags.GiveTags;
import app.teahouse.membertags.Grouping;
import app.teahouse.membertags.MemberTags;
import app.teahouse.muting.Rule;
import app.teahouse.muting.Term;
import app.teahouse.questions.SetQuestions;
import app.teahouse.screening.RuleKind;
import app.teahouse.screening.RuleWish;
import app.teahouse.screening.WriteRule;
import app.teahouse.speaking.Preset;
import app.teahouse.speaking.Ruling;
import app.teahouse.speaking.RulingId;
import app.teahouse.welcome.FirstStep;
import app.teahouse.welcome.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What staff know of members, and how they keep a circle in order: an entry gives a {@code tag}, says a {@code mute} that its member may
 * appeal, makes a {@code rule}, {@code ask}s who joins, {@code announce}s something, sets the {@code welcome}, or is a {@code letter} with its answer.
 */
@Component
class KeepOrder {
    private final Texts texts;
    private final ArrangeMemberTags arrange;
    private final GiveTags giveTags;
    private final Rule rule;
    private final WriteLetter writeLetter;
    private final AnswerLetter answerLetter;
    private final WriteRule writeRule;
    private final DraftAnnouncement draft;
    private final SendAnnouncement send;
    private final Settings settings;
    private final SetQuestions setQuestions;
    private final MemberTags tags;

    KeepOrder(
            Texts texts,
            ArrangeMemberTags arrange,
            GiveTags giveTags,
            Rule rule,
            WriteLetter writeLetter,
            AnswerLetter answerLetter,
            WriteRule writeRule,
            DraftAnnouncement draft,
            SendAnnouncement send,
            Settings settings,
            SetQuestions setQuestions,
            MemberTags tags) {
        this.texts = texts;
        this.arrange = arrange;
        this.giveTags = giveTags;
        this.rule = rule;
        this.writeLetter = writeLetter;
        this.answerLetter = answerLetter;
        this.writeRule = writeRule;
        this.draft = draft;
        this.send = send;
        this.settings = settings;
        this.setQuestions = setQuestions;
        this.tags = tags;
    }

    void keep(Stage stage, Timeline timeline) {
        for (var entry : texts.entries(stage.folder() + "/order.md")) {
            var at = stage.moments().of(entry.text("at"));
            if (entry.has("tag")) {
                timeline.add(at, () -> tag(stage, entry));
            } else if (entry.has("ask")) {
                timeline.add(at, () -> ask(stage, entry));
            } else if (entry.has("mute")) {
                mute(stage, timeline, entry, at);
            } else if (entry.has("rule")) {
                timeline.add(at, () -> rule(stage, entry));
            } else if (entry.has("announce")) {
                timeline.add(at, () -> announce(stage, entry));
            } else if (entry.has("welcome")) {
                timeline.add(at, () -> welcome(stage, entry));
            } else {
                write(stage, timeline, entry, at);
            }
        }
    }

    private void tag(Stage stage, Entry entry) {
        var staff = stage.staff(entry.text("by"));
        var made = arrange.make(
                staff,
                new ArrangeMemberTags.Wish(
                        Grouping.valueOf(entry.text("group").toUpperCase(Locale.ROOT)),
                        entry.maybe("heading").orElse(""),
                        entry.text("tag"),
                        entry.text("colour"),
                        entry.body()));
        giveTags.change(staff, numbers(stage, entry.list("who")), List.of(made), List.of());
    }

    /** What is asked of who joins: the choices, each with the tag it gives behind an equals sign. */
    private void ask(Stage stage, Entry entry) {
        var partner = stage.partner(entry.text("by"));
        var choices = Entry.split(entry.text("choices"), "\\|").stream()
                .map(choice -> Entry.split(choice, "="))
                .map(parts -> new Question.Choice(
                        parts.getFirst(),
                        tags.all(partner.circle()).stream()
                                .filter(tag -> parts.size() > 1 && tag.name().equals(parts.getLast()))
                                .map(tag -> tag.id().value())
                                .toList()))
                .toList();
        setQuestions.add(
                partner,
                new Question(
                        entry.text("ask"),
                        entry.has("several") ? Question.Kind.SEVERAL : Question.Kind.ONE,
                        false,
                        choices));
    }

    /** A draft, or one that goes out as soon as the site runs. */
    private void announce(Stage stage, Entry entry) {
        var staff = stage.staff(entry.text("by"));
        var number = draft.make(staff, new DraftAnnouncement.Wish(entry.text("announce"), entry.body(), null, false));
        if (!entry.has("draft")) {
            send.send(staff, number, 0, null);
        }
    }

    private void welcome(Stage stage, Entry entry) {
        settings.choose(
                stage.partner(entry.text("by")),
                new Settings.Wish(List.of(FirstStep.values()), null, entry.body(), 24));
    }

    private static List<Long> numbers(Stage stage, List<String> who) {
        return who.stream().map(one -> stage.member(one).standing().number()).toList();
    }

    /** Holds words for the staff, in posts and comments, of whoever is no staff. */
    private void rule(Stage stage, Entry entry) {
        var partner = stage.partner(entry.text("by"));
        var made = writeRule.make(
                partner,
                new RuleWish(
                        entry.text("rule"),
                        RuleKind.WORDS,
                        Scrutiny.Verdict.HOLD,
                        entry.body(),
                        List.of(Scrutiny.Matter.POST, Scrutiny.Matter.COMMENT),
                        Set.copyOf(RuleWish.SPARES),
                        entry.list("words"),
                        List.of(),
                        List.of(),
                        false,
                        0,
                        0));
        writeRule.turn(partner, made, true);
    }

    private void mute(Stage stage, Timeline timeline, Entry entry, Instant at) {
        var who = entry.text("mute");
        var said = new RulingId[1];
        timeline.add(
                at,
                () -> said[0] = rule.rule(
                                stage.staff(entry.text("by")),
                                numbers(stage, List.of(who)),
                                new Rule.Wish(
                                        Ruling.Kind.MUTE,
                                        Preset.valueOf(entry.text("preset").toUpperCase(Locale.ROOT)),
                                        List.of(),
                                        new Term.For(Duration.ofDays(Long.parseLong(entry.text("days")))),
                                        entry.body(),
                                        null))
                        .getFirst());
        entry.maybe("appeal").ifPresent(text -> {
            var parts = Entry.split(text, "\\|");
            timeline.add(
                    stage.moments().after(at, parts.getFirst()),
                    () -> writeLetter.open(
                            stage.member(who).person(),
                            stage.circle(),
                            new WriteLetter.Wish(Letter.Matter.MUTE, said[0].value(), "", parts.get(1))));
        });
    }

    private void write(Stage stage, Timeline timeline, Entry entry, Instant at) {
        var written = new LetterId[1];
        timeline.add(
                at,
                () -> written[0] = writeLetter.open(
                        stage.member(entry.text("letter")).person(),
                        stage.circle(),
                        new WriteLetter.Wish(Letter.Matter.OTHER, null, entry.text("subject"), entry.body())));
        entry.maybe("answer").ifPresent(text -> {
            var parts = Entry.split(text, "\\|");
            timeline.add(
                    stage.moments().after(at, parts.get(1)),
                    () -> answerLetter.answer(stage.staff(parts.getFirst()), written[0], parts.get(2), false));
        });
    }
}
