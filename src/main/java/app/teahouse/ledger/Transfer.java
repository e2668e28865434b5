package app.teahouse.ledger;

import app.teahouse.kernel.Money;

/**
 * A movement of money from one account to another. Balanced by construction.
 *
 * @param amount more than nothing
 */
public record Transfer(TransferId id, Purse from, Purse to, Money amount, Reason reason) {

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A transfer moves something: " + amount);
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("A transfer has two accounts: " + from);
        }
    }
}
