package app.teahouse.treasury;

import app.teahouse.kernel.Money;

/**
 * Where the money of a circle, or of all of them, lies in one currency.
 *
 * @param fees what the site earned
 * @param owed to the site
 */
public record Sums(Money held, Money available, Money onItsWay, Money disputed, Money fees, Money owed) {

    public String code() {
        return held.code();
    }
}
