package app.teahouse.comps;

import app.teahouse.kernel.Partner;
import app.teahouse.members.Members;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Guest passes for programs. */
@RestController
class CompApi {
    private final CompSheet compSheet;
    private final GiveComp giveComp;
    private final EndComp endComp;

    CompApi(CompSheet compSheet, GiveComp giveComp, EndComp endComp) {
        this.compSheet = compSheet;
        this.giveComp = giveComp;
        this.endComp = endComp;
    }

    /**
     * @param member the member's number
     * @param plan what it opens, or null for everything
     * @param until the last day, or null for good
     */
    record GuestPassJson(
            long member,
            String alias,
            @Nullable String plan,
            @Nullable LocalDate until,
            String reason,
            Instant givenAt) {}

    record GuestPassesJson(
            List<GuestPassJson> items, @Nullable String next) {}

    @GetMapping("/api/v1/circles/{slug}/guest-passes")
    GuestPassesJson list(Partner partner, @RequestParam(required = false) @Nullable CompId before) {
        var page = compSheet.list(partner, before);
        return new GuestPassesJson(
                page.items().stream()
                        .map(view -> new GuestPassJson(
                                view.member().number(),
                                view.member().alias(),
                                view.plan(),
                                view.lastDay(),
                                view.reason(),
                                view.givenAt()))
                        .toList(),
                page.next());
    }

    /** @param plan its number, or null for everything */
    record NewGuestPassJson(
            @Nullable Long plan,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    @PutMapping("/api/v1/circles/{slug}/members/{number}/guest-pass")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(Partner partner, @PathVariable String number, @RequestBody NewGuestPassJson wish) {
        giveComp.give(
                partner,
                Members.number(number),
                new GiveComp.Wish(wish.plan(), wish.until(), Objects.requireNonNullElse(wish.reason(), "")));
    }

    @DeleteMapping("/api/v1/circles/{slug}/members/{number}/guest-pass")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Partner partner, @PathVariable String number) {
        endComp.end(partner, Members.number(number));
    }
}
