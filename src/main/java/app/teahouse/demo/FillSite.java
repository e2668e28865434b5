package app.teahouse.demo;

import app.teahouse.circles.CreateCircle;
import app.teahouse.files.KeepFile;
import app.teahouse.kernel.EventRelay;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.SignIn;
import app.teahouse.kernel.Time;
import app.teahouse.members.Visits;
import app.teahouse.segments.CountAgain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty site with circles, as if people had been there for four months. */
@Component
class FillSite {
    private static final Pattern PICTURE = Pattern.compile("\\]\\(([a-z-]+\\.jpg)\\)");

    private final Texts texts;
    private final Cast cast;
    private final FurnishCircle furnishCircle;
    private final WritePosts writePosts;
    private final WriteColumns writeColumns;
    private final ReadPosts readPosts;
    private final WriteHomework writeHomework;
    private final KeepOrder keepOrder;
    private final FillDirectory fillDirectory;
    private final SetSteps setSteps;
    private final SetWays setWays;
    private final SellPlans sellPlans;
    private final Visit visit;
    private final CreateCircle createCircle;
    private final DemoCircles demoCircles;
    private final KeepFile keepFile;
    private final EventRelay relay;
    private final Visits visits;
    private final CountAgain countAgain;
    private final Gate gate;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FillSite(
            Texts texts,
            Cast cast,
            FurnishCircle furnishCircle,
            WritePosts writePosts,
            WriteColumns writeColumns,
            ReadPosts readPosts,
            WriteHomework writeHomework,
            KeepOrder keepOrder,
            FillDirectory fillDirectory,
            SetSteps setSteps,
            SetWays setWays,
            SellPlans sellPlans,
            Visit visit,
            CreateCircle createCircle,
            DemoCircles demoCircles,
            KeepFile keepFile,
            EventRelay relay,
            Visits visits,
            CountAgain countAgain,
            Gate gate,
            TransactionTemplate transaction,
            Clock clock) {
        this.texts = texts;
        this.cast = cast;
        this.furnishCircle = furnishCircle;
        this.writePosts = writePosts;
        this.writeColumns = writeColumns;
        this.readPosts = readPosts;
        this.writeHomework = writeHomework;
        this.keepOrder = keepOrder;
        this.fillDirectory = fillDirectory;
        this.setSteps = setSteps;
        this.setWays = setWays;
        this.sellPlans = sellPlans;
        this.visit = visit;
        this.createCircle = createCircle;
        this.demoCircles = demoCircles;
        this.keepFile = keepFile;
        this.relay = relay;
        this.visits = visits;
        this.countAgain = countAgain;
        this.gate = gate;
        this.transaction = transaction;
        this.clock = clock;
    }

    void fill() {
        var now = clock.instant();
        var people = cast.gather(now.minus(Duration.ofDays(130)));
        people.values().stream()
                .filter(SignIn::operator)
                .findFirst()
                .ifPresent(operator -> setWays.ofSite(operator.account()));
        for (var folder : texts.circles()) {
            fill(folder, people, now);
        }
    }

    /** Files are kept outside of transactions, and everything else happens on the circle's timeline. */
    private void fill(String folder, Map<String, SignIn> people, Instant now) {
        var circle = texts.entries(folder + "/circle.md").getFirst();
        var moments = new Moments(now, ZoneId.of(circle.text("zone")));
        var founded = moments.of(circle.text("founded"));
        var created = Time.at(founded, () -> found(circle, people));
        demoCircles.made(created.circle());
        var stage = new Stage(
                folder, created.circle(), created.slug(), moments, people, new HashMap<>(), new HashMap<>(), gate);
        var cover = Time.at(founded, () -> {
            keepPictures(stage, circle);
            return furnishCircle.cover(stage, circle);
        });

        var timeline = new Timeline();
        timeline.add(founded, () -> furnishCircle.furnish(stage, circle, cover));
        for (var member : texts.entries(folder + "/members.md")) {
            var joined = moments.of(member.text("joined"));
            stage.joined().put(member.text("who"), joined);
            timeline.add(joined, () -> furnishCircle.join(stage, circle, member));
        }
        timeline.add(moments.of(circle.text("settled")), () -> furnishCircle.settle(stage, circle));
        for (var application : texts.entries(folder + "/applications.md")) {
            timeline.add(moments.of(application.text("at")), () -> furnishCircle.apply(stage, application));
        }
        timeline.add(
                moments.of(circle.text("settled")),
                () -> setWays.ofCircle(
                        stage.circle(),
                        stage.staff(circle.text("owner")).account(),
                        Locale.forLanguageTag(circle.text("language"))));
        sellPlans.sell(stage, timeline, circle);
        writePosts.write(stage, timeline, circle.text("owner"));
        writeColumns.write(stage, timeline);
        readPosts.read(stage, timeline);
        writeHomework.write(stage, timeline);
        keepOrder.keep(stage, timeline);
        fillDirectory.fill(stage, circle.text("owner"), timeline);
        setSteps.set(stage, timeline, circle.text("owner"));
        for (var entry : texts.entries(folder + "/visits.md")) {
            timeline.add(moments.of(entry.text("at")), () -> {
                relay.deliver(stage.circle());
                visit.visit(stage, entry.text("who"));
            });
        }
        timeline.play(
                portion -> transaction.executeWithoutResult(_ -> portion.run()), () -> relay.deliver(stage.circle()));
        // Who was here is written some seconds later, and belongs to what is counted.
        visits.flush();
        countAgain.everybody(stage.circle());
    }

    private CreateCircle.Created found(Entry circle, Map<String, SignIn> people) {
        return createCircle.create(
                gate.person(gate.visitor(people.get(circle.text("owner")))),
                circle.text("name"),
                circle.text("promise"),
                circle.has("price") ? CreateCircle.Type.PAID : CreateCircle.Type.FREE,
                Locale.forLanguageTag(circle.text("language")));
    }

    /** Keeps each picture that the circle's texts show, once. */
    private void keepPictures(Stage stage, Entry circle) {
        var owner = stage.staff(circle.text("owner"));
        for (var entry : texts.entries(stage.folder() + "/*.md")) {
            PICTURE.matcher(entry.body())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(name -> stage.pictures()
                            .computeIfAbsent(
                                    name,
                                    _ -> keepFile.keep(owner, name, texts.picture(name))
                                            .address()));
        }
    }
}
