package app.teahouse.suspicions;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Operator;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** New accounts that look like a machine's, for an operator's programs. */
@RestController
@RequestMapping("/api/v1/site/newcomers")
class SuspicionApi {
    private final SuspicionList list;
    private final DecideSuspicion decide;
    private final Defences defences;

    SuspicionApi(SuspicionList list, DecideSuspicion decide, Defences defences) {
        this.list = list;
        this.decide = decide;
        this.defences = defences;
    }

    /** @param signs {@code trap}, {@code quick}, {@code unopened}, {@code disposable} or {@code crowd} */
    record SuspectedJson(UUID account, String name, List<String> signs, Instant madeAt) {}

    record SuspectsJson(List<SuspectedJson> items, @Nullable String next) {}

    @GetMapping
    SuspectsJson waiting(Operator operator, @RequestParam(required = false) @Nullable AccountId after) {
        var page = list.page(operator, after);
        return new SuspectsJson(
                page.items().stream()
                        .map(one -> new SuspectedJson(
                                one.account().value(),
                                one.name(),
                                one.signs().stream().map(Db::name).toList(),
                                one.madeAt()))
                        .toList(),
                page.next());
    }

    @PostMapping("/{account}/clearing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(Operator operator, @PathVariable AccountId account) {
        decide.clear(operator, account);
    }

    @PostMapping("/{account}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(Operator operator, @PathVariable AccountId account) {
        decide.block(operator, account);
    }

    /** @param disposable mail domains beside those the program knows, one a line */
    record DefenceJson(boolean on, @Nullable String disposable) {}

    @GetMapping("/defences")
    DefenceJson defences(Operator operator) {
        var defence = defences.defence(operator);
        return new DefenceJson(defence.switchedOn(), defence.disposable());
    }

    @PutMapping("/defences")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Operator operator, @RequestBody DefenceJson wish) {
        defences.change(operator, new Defence(wish.on(), Objects.requireNonNullElse(wish.disposable(), "")));
    }
}
