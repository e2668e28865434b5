package app.teahouse.accounts;

import app.teahouse.kernel.AccountId;

/** A room above by which somebody, or a program of theirs, comes in without the password. */
public interface OtherWaysIn {

    /** Ends them all, in the caller's transaction: nobody knows who made them. */
    void end(AccountId account);
}
