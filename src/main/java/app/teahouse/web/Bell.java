package app.teahouse.web;

import app.teahouse.kernel.AccountId;

/** Counts the notifications nobody has seen yet; room {@code notify} keeps the number. One read by key. */
public interface Bell {
    int unread(AccountId account);
}
