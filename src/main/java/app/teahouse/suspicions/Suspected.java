package app.teahouse.suspicions;

import app.teahouse.entrance.Sign;
import app.teahouse.kernel.AccountId;
import java.time.Instant;
import java.util.List;

/** An account that waits because its sign-up looked like a machine's. */
public record Suspected(AccountId account, String name, List<Sign> signs, Instant madeAt) {}
