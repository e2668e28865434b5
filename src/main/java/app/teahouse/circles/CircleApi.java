package app.teahouse.circles;

import app.teahouse.circles.ChangeCircle.CircleText;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Founding a circle, and its settings, for programs. */
@RestController
@RequestMapping("/api/v1/circles")
class CircleApi {
    private final CreateCircle createCircle;
    private final Circles circles;
    private final CircleTexts texts;
    private final ChangeCircle changeCircle;
    private final ChangeAddress changeAddress;
    private final ChangeAbout changeAbout;
    private final ChangeRules changeRules;

    CircleApi(
            CreateCircle createCircle,
            Circles circles,
            CircleTexts texts,
            ChangeCircle changeCircle,
            ChangeAddress changeAddress,
            ChangeAbout changeAbout,
            ChangeRules changeRules) {
        this.createCircle = createCircle;
        this.circles = circles;
        this.texts = texts;
        this.changeCircle = changeCircle;
        this.changeAddress = changeAddress;
        this.changeAbout = changeAbout;
        this.changeRules = changeRules;
    }

    /** @param type {@code free}, which is usual, {@code paid} or {@code private} */
    record NewCircleJson(
            @Nullable String name,
            @Nullable String promise,
            @Nullable String type,
            @Nullable String language) {}

    record CreatedJson(UUID id, String slug, String url) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreatedJson create(Person person, @RequestBody NewCircleJson wish) {
        var type = wish.type() == null ? CreateCircle.Type.FREE : NewCirclePages.type(wish.type());
        var language = wish.language() == null ? person.signIn().locale() : Locale.forLanguageTag(wish.language());
        var created =
                createCircle.create(person, said(wish.name()), said(wish.promise()), type, Words.nearest(language));
        return new CreatedJson(created.circle().value(), created.slug(), "/c/" + created.slug());
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    record SettingsJson(
            String slug,
            String name,
            String promise,
            String colour,
            @Nullable String cover,
            String language,
            String zone,
            String about,
            @Nullable String rules,
            int rulesVersion,
            List<String> questions,
            String state,
            @Nullable Instant deleteAt) {}

    @GetMapping("/{slug}/settings")
    SettingsJson settings(Partner partner) {
        var circle = circles.fresh(partner.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        return new SettingsJson(
                circle.slug(),
                circle.name(),
                circle.promise(),
                circle.colour(),
                circle.cover(),
                circle.language().toLanguageTag(),
                circle.zone().getId(),
                texts.about(circle.id()).markdown(),
                texts.rules(circle.id()).map(CircleTexts.Rules::markdown).orElse(null),
                circle.rulesVersion(),
                texts.questions(circle.id()).stream().map(Question::text).toList(),
                Db.name(circle.state()),
                circle.deleteAt());
    }

    /** What is null stays as it is; an empty cover takes it away. */
    record ChangeJson(
            @Nullable String name,
            @Nullable String promise,
            @Nullable String colour,
            @Nullable String cover,
            @Nullable String language,
            @Nullable String zone) {}

    @PatchMapping("/{slug}/settings")
    SettingsJson change(Partner partner, @RequestBody ChangeJson wish) {
        var circle = circles.fresh(partner.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        var cover = wish.cover() == null ? circle.cover() : wish.cover();
        changeCircle.change(
                partner,
                new CircleText(
                        Objects.requireNonNullElse(wish.name(), circle.name()),
                        Objects.requireNonNullElse(wish.promise(), circle.promise()),
                        Objects.requireNonNullElse(wish.colour(), circle.colour()),
                        cover == null || cover.isEmpty() ? null : cover,
                        Objects.requireNonNullElse(
                                wish.language(), circle.language().toLanguageTag()),
                        Objects.requireNonNullElse(wish.zone(), circle.zone().getId())));
        return settings(partner);
    }

    record TextJson(@Nullable String text) {}

    @PutMapping("/{slug}/about")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeAbout(Partner partner, @RequestBody TextJson wish) {
        changeAbout.change(partner, said(wish.text()));
    }

    record VersionJson(int version) {}

    /** Answers the version that holds now; an empty text takes the rules away. */
    @PutMapping("/{slug}/rules")
    VersionJson changeRules(Partner partner, @RequestBody TextJson wish) {
        return new VersionJson(changeRules.change(partner, said(wish.text())));
    }

    record AddressJson(@Nullable String slug) {}

    @PutMapping("/{slug}/address")
    AddressJson changeAddress(Partner partner, @RequestBody AddressJson wish) {
        changeAddress.change(partner, said(wish.slug()));
        return wish;
    }
}
