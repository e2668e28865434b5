package app.teahouse.removals;

import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.kernel.Visitor;
import app.teahouse.removals.Removal.Back;
import app.teahouse.removals.Removal.Money;
import app.teahouse.web.WhileHalted;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Removals for programs. */
@RestController
@RequestMapping("/api/v1/circles/{slug}")
class RemovalApi {
    private final RemovalSheet removalSheet;
    private final Remove remove;
    private final ChangeBack changeBack;
    private final ChooseWords chooseWords;
    private final SettleMoney settleMoney;
    private final UndoRemoval undoRemoval;
    private final Gate gate;
    private final Clock clock;

    RemovalApi(
            RemovalSheet removalSheet,
            Remove remove,
            ChangeBack changeBack,
            ChooseWords chooseWords,
            SettleMoney settleMoney,
            UndoRemoval undoRemoval,
            Gate gate,
            Clock clock) {
        this.removalSheet = removalSheet;
        this.remove = remove;
        this.changeBack = changeBack;
        this.chooseWords = chooseWords;
        this.settleMoney = settleMoney;
        this.undoRemoval = undoRemoval;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * @param member the number, or null where that account is gone
     * @param back {@code ask}, {@code day}, {@code never}, {@code returned} or {@code undone}
     * @param until from when on they may ask to come back, with {@code day} only
     * @param words {@code keep}, {@code hide}, {@code delete} or {@code returning}
     * @param wordsTotal how many posts and comments there were to take when it began
     * @param wordsTaken how many are taken now
     * @param working whether that is still going on
     * @param money {@code none}, {@code open}, {@code asked}, {@code trouble}, {@code nothing}, {@code unused} or {@code all}
     * @param trouble the code of what stood in the way of a refund
     */
    record RemovalJson(
            String id,
            @Nullable Long member,
            Instant removedAt,
            String reason,
            String back,
            @Nullable Instant until,
            String words,
            int wordsTotal,
            int wordsTaken,
            boolean working,
            String money,
            @Nullable String trouble) {
        static RemovalJson of(RemovalView view) {
            var removal = view.removal();
            return new RemovalJson(
                    view.key(),
                    view.member() == null ? null : view.member().number(),
                    removal.madeAt(),
                    removal.reason(),
                    view.back(),
                    view.back().equals("day") ? removal.until() : null,
                    view.words(),
                    removal.ofWords().total(),
                    removal.ofWords().taken(),
                    view.atWork(),
                    view.money(),
                    removal.ofMoney().trouble());
        }
    }

    record RemovalsJson(List<RemovalJson> items, @Nullable String next) {}

    /** {@code show=money} lists those about whose money nobody has decided. */
    @GetMapping("/removals")
    RemovalsJson list(
            Staff staff,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable RemovalId before,
            @RequestParam(defaultValue = "30") int limit) {
        var page = removalSheet.page(staff, "money".equals(show), before, Math.clamp(limit, 1, 100));
        return new RemovalsJson(page.items().stream().map(RemovalJson::of).toList(), page.next());
    }

    @GetMapping("/removals/{removal}")
    RemovalJson one(Staff staff, @PathVariable RemovalId removal) {
        return RemovalJson.of(removalSheet.one(staff, removal));
    }

    /**
     * @param members numbers, at most a hundred
     * @param back {@code ask}, {@code day} or {@code never}; null is {@code ask}
     * @param until with {@code day} only
     * @param words {@code keep}, {@code hide} or {@code delete}; null is {@code keep}
     * @param money {@code later}, {@code nothing}, {@code unused} or {@code all}; null is {@code later}, and all else is for the owner and
     *     partners
     */
    record NewRemovalJson(
            @Nullable List<Long> members,
            @Nullable String reason,
            @Nullable String back,
            @Nullable Instant until,
            @Nullable String words,
            @Nullable String money) {}

    record MadeJson(List<String> ids) {}

    @PostMapping("/removals")
    @ResponseStatus(HttpStatus.CREATED)
    MadeJson make(Staff staff, Visitor visitor, @RequestBody NewRemovalJson wish) {
        var ids = remove(staff, visitor, Objects.requireNonNullElse(wish.members(), List.of()), wish);
        return new MadeJson(ids.stream().map(Ids::text).toList());
    }

    private List<RemovalId> remove(Staff staff, Visitor visitor, List<Long> numbers, NewRemovalJson wish) {
        var money = RemovalForm.money(wish.money());
        var partner = money == Money.LATER
                ? null
                : gate.partner(visitor, staff.member().face().slug());
        var ids = remove.remove(
                staff,
                numbers.stream().distinct().toList(),
                new Remove.Wish(
                        Objects.requireNonNullElse(wish.reason(), ""),
                        RemovalForm.back(wish.back()),
                        wish.until(),
                        RemovalForm.words(wish.words())));
        if (partner != null) {
            ids.forEach(id -> settleMoney.settleIfPaid(partner, id, money));
        }
        return ids;
    }

    /** One member; {@code members} is not read. */
    @DeleteMapping("/members/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMember(Staff staff, Visitor visitor, @PathVariable long number, @RequestBody NewRemovalJson wish) {
        remove(staff, visitor, List.of(number), wish);
    }

    record BackJson(@Nullable String back, @Nullable Instant until) {}

    @PutMapping("/removals/{removal}/back")
    RemovalJson back(Staff staff, @PathVariable RemovalId removal, @RequestBody BackJson wish) {
        Back back = RemovalForm.back(wish.back());
        changeBack.change(staff, removal, back, wish.until());
        return one(staff, removal);
    }

    record WordsJson(@Nullable String words) {}

    @PutMapping("/removals/{removal}/words")
    RemovalJson words(Staff staff, @PathVariable RemovalId removal, @RequestBody WordsJson wish) {
        chooseWords.choose(staff, removal, RemovalForm.words(wish.words()));
        return one(staff, removal);
    }

    record MoneyJson(@Nullable String money) {}

    @PutMapping("/removals/{removal}/money")
    @WhileHalted
    RemovalJson money(Partner partner, Staff staff, @PathVariable RemovalId removal, @RequestBody MoneyJson wish) {
        settleMoney.settle(partner, removal, RemovalForm.money(wish.money()));
        return one(staff, removal);
    }

    /** Takes it back: the member is back with their words. */
    @DeleteMapping("/removals/{removal}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Staff staff, @PathVariable RemovalId removal) {
        undoRemoval.undo(staff, List.of(removal));
    }

    /**
     * @param words {@code keep}, {@code hide}, {@code delete} or {@code returning}
     * @param wordsTaken how many posts and comments are out of sight
     */
    record MyRemovalJson(
            Instant removedAt,
            String reason,
            String back,
            @Nullable Instant until,
            String words,
            int wordsTaken,
            String money) {}

    /** What was decided about the reader, who was removed; the words are those of a removal in the list. */
    @GetMapping("/removal")
    MyRemovalJson mine(Onlooker onlooker, Person person) {
        if (onlooker.member().isPresent()) {
            throw Refusal.notFound("removal.unknown");
        }
        var removal = removalSheet
                .mine(onlooker.circle(), person.account())
                .orElseThrow(() -> Refusal.notFound("removal.unknown"));
        var view = RemovalView.mine(removal, clock.instant());
        return new MyRemovalJson(
                removal.madeAt(),
                removal.reason(),
                view.back(),
                view.bars() ? removal.until() : null,
                view.words(),
                removal.ofWords().taken(),
                view.money());
    }
}
