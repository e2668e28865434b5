package app.teahouse.settings;

import app.teahouse.accounts.EditProfile;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The person whose token it is: their profile, and where they are signed in. */
@RestController
@RequestMapping("/api/v1/me")
class MeApi {
    private final ProfileSheet profile;
    private final EditProfile editProfile;
    private final SessionList sessions;

    MeApi(ProfileSheet profile, EditProfile editProfile, SessionList sessions) {
        this.profile = profile;
        this.editProfile = editProfile;
        this.sessions = sessions;
    }

    record MeJson(
            UUID id,
            String name,
            String about,
            @Nullable String picture,
            @Nullable String language,
            String zone,
            @Nullable String email,
            boolean verified,
            Instant since) {}

    /** What is left out stays as it is. */
    record MeText(
            @Nullable String name,
            @Nullable String about,
            @Nullable String language,
            @Nullable String zone) {}

    record SessionJson(UUID id, String browser, String system, String network, Instant since, Instant seenAt) {}

    record SessionsJson(List<SessionJson> items) {}

    @GetMapping
    MeJson me(Person person) {
        return json(person, profile.of(person));
    }

    @PatchMapping
    MeJson edit(Person person, @RequestBody MeText text) {
        var now = profile.of(person);
        var language = text.language() == null ? now.locale() : text.language();
        if (language != null && !language.equals("en") && !language.equals("zh-CN")) {
            throw Refusal.invalid("language", "field.unknown-choice");
        }
        editProfile.edit(
                person,
                new EditProfile.Text(
                        text.name() == null ? now.name() : text.name(),
                        text.about() == null ? now.about() : text.about(),
                        Locale.forLanguageTag(language == null ? "en" : language),
                        text.zone() == null ? now.zone() : text.zone()));
        return json(person, profile.of(person));
    }

    @GetMapping("/sessions")
    SessionsJson sessions(Person person) {
        return new SessionsJson(sessions.of(person.account(), person.signIn().session()).stream()
                .map(one -> new SessionJson(
                        one.id(),
                        one.agent().browser(),
                        one.agent().system(),
                        one.network(),
                        one.since(),
                        one.seenAt()))
                .toList());
    }

    /** Needs the scope {@code manage}: a token that only writes posts must not sign its owner out. */
    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Person person, @PathVariable UUID id) {
        person.signIn().require("manage");
        sessions.end(person.account(), id);
    }

    private static MeJson json(Person person, ProfileView view) {
        return new MeJson(
                person.account().value(),
                view.name(),
                view.about(),
                view.picture(),
                view.locale(),
                view.zone(),
                view.email(),
                view.verified(),
                view.since());
    }
}
