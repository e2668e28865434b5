package app.teahouse.practice;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the gateway that plays knows it.
 *
 * @param name its secret name in addresses
 * @param state {@code waiting}, {@code late}, {@code paid}, {@code closed} or {@code declined}
 * @param save whether the payer let the card be kept
 */
public record PracticeView(
        String name,
        CheckoutId outside,
        WayId way,
        String title,
        Money amount,
        String returnTo,
        boolean save,
        String state,
        @Nullable Money paid,
        @Nullable Instant paidAt,
        @Nullable String card,
        Instant expiresAt) {}
