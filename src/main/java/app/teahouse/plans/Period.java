package app.teahouse.plans;

import java.time.LocalDate;

/** How long a plan lasts, from joining on. */
public sealed interface Period {

    /** For good. */
    record Lifetime() implements Period {}

    /** So many days, once. */
    record Days(int days) implements Period {}

    /** So many months, once. */
    record Months(int months) implements Period {}

    /** The same last day for all. */
    record Until(LocalDate last) implements Period {}

    /** Month after month. */
    record Monthly() implements Period {}

    /** Year after year. */
    record Yearly() implements Period {}

    /** Whether it goes on by being renewed at each end, and so may renew itself. */
    default boolean returns() {
        return this instanceof Monthly || this instanceof Yearly;
    }

    /** Whether its end has nothing to do with what somebody had before. */
    default boolean hasOwnEnd() {
        return this instanceof Lifetime || this instanceof Until;
    }
}
