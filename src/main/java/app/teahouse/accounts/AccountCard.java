package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** An account as other rooms may know it. It never holds an address or anything one signs in with. */
public record AccountCard(
        AccountId id, String name, @Nullable String picture) {}
