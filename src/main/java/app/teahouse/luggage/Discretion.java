package app.teahouse.luggage;

import app.teahouse.kernel.AccountId;
import java.util.Collection;
import java.util.Set;

/** Who does not want it known what they read. Of these, crates that are {@link Crate#discreet} hold nothing. */
public interface Discretion {

    Set<AccountId> silent(Collection<AccountId> accounts);
}
