package app.teahouse.byhand;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.security.Limits;
import app.teahouse.ways.SmallPicture;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the money goes, and "I have paid", for programs of the payer. The attempt's id is what beginning to pay by such a way answers.
 * {@link PayByHandPages} is the other door.
 */
@RestController
@RequestMapping("/api/v1/me/payments/by-hand/{attempt}")
class PayByHandApi {
    private final PayByHandSheet sheet;
    private final SayPaid sayPaid;
    private final Limits limits;

    PayByHandApi(PayByHandSheet sheet, SayPaid sayPaid, Limits limits) {
        this.sheet = sheet;
        this.sayPaid = sayPaid;
        this.limits = limits;
    }

    /**
     * @param amount in the smallest unit of {@code currency}
     * @param open whether it can still be paid; what became of it stands in the checkout
     * @param code whether there is a code to scan, at {@code /code}
     * @param said {@code waiting} while somebody looks, {@code missing} where they did not find it, {@code arrived}, or null
     * @param words what whoever looked said
     */
    record ByHandJson(
            UUID attempt,
            String checkout,
            String number,
            String title,
            long amount,
            String currency,
            boolean open,
            String way,
            String instructions,
            boolean code,
            @Nullable String said,
            String words) {}

    @GetMapping
    ByHandJson one(Person payer, @PathVariable UUID attempt) {
        var tried = sheet.find(payer, attempt);
        var view = sheet.view(attempt, tried);
        return new ByHandJson(
                attempt,
                Ids.text(tried.checkout()),
                tried.number(),
                tried.title(),
                tried.amount().minor(),
                tried.amount().code(),
                tried.open(),
                view.way(),
                view.instructions(),
                view.code(),
                tried.said(),
                tried.words());
    }

    /** PNG or JPEG. */
    @GetMapping("/code")
    ResponseEntity<byte[]> code(Person payer, @PathVariable UUID attempt) {
        return sheet.code(payer, attempt)
                .map(PayByHandPages::shown)
                .orElseThrow(() -> Refusal.notFound("checkout.unknown"));
    }

    /**
     * @param reference what helps to find the money, such as the last digits of a transfer; may be empty
     * @param picture what shows that it was paid, PNG or JPEG in Base64, or null
     */
    record PaidWishJson(
            @Nullable String reference, @Nullable String picture) {}

    /** Said again, it replaces what was said before, until somebody decided. */
    @PutMapping("/claim")
    ByHandJson say(Person payer, @PathVariable UUID attempt, @RequestBody PaidWishJson wish) {
        limits.take("pay.claim", payer.account().value().toString(), 20, Duration.ofMinutes(10));
        sayPaid.say(
                payer,
                sheet.find(payer, attempt).circle(),
                attempt,
                Objects.requireNonNullElse(wish.reference(), ""),
                picture(wish.picture()));
        return one(payer, attempt);
    }

    private static @Nullable SmallPicture picture(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return null;
        }
        try {
            return SmallPicture.of("picture", Base64.getDecoder().decode(encoded));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("picture", "file.unreadable");
        }
    }
}
