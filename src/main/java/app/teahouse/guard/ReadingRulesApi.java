package app.teahouse.guard;

import app.teahouse.kernel.Partner;
import app.teahouse.kernel.ReadingRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The newcomer window and the protection of words, for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}/reading-rules")
class ReadingRulesApi {
    private final ChangeReading changeReading;

    ReadingRulesApi(ChangeReading changeReading) {
        this.changeReading = changeReading;
    }

    /**
     * @param newcomerDays how long members are new, from 7 to 100; null for no window
     * @param newcomerBefore how many days before they joined newcomers read
     * @param newcomersSince when the window was switched on; who joined before is not touched. It is answered and not changed
     */
    record RulesJson(
            boolean protects,
            @Nullable Integer newcomerDays,
            @Nullable Integer newcomerBefore,
            @Nullable Instant newcomersSince) {

        static RulesJson of(ReadingRules rules) {
            var newcomers = rules.newcomers();
            return newcomers == null
                    ? new RulesJson(rules.isProtected(), null, null, null)
                    : new RulesJson(rules.isProtected(), newcomers.days(), newcomers.before(), newcomers.since());
        }
    }

    @GetMapping
    RulesJson rules(Partner partner) {
        return RulesJson.of(changeReading.rules(partner));
    }

    @PutMapping
    RulesJson change(Partner partner, @RequestBody RulesJson wish) {
        changeReading.change(
                partner,
                new ChangeReading.Asked(
                        wish.protects(), wish.newcomerDays() != null, wish.newcomerDays(), wish.newcomerBefore()));
        return rules(partner);
    }
}
