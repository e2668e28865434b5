package app.teahouse.passes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What changing the price would mean.
 *
 * @param onSale whether there is a plan that people can join by
 * @param present for how many members a choice is made
 * @param withTime how many have paid time that is still to come
 * @param chosen what became of those who were here when it began to cost something, or null
 * @param soonest the first day a promise may end
 */
public record PriceView(
        boolean paid,
        boolean publicReading,
        boolean onSale,
        long present,
        long withTime,
        ChangePrice.@Nullable Chosen chosen,
        LocalDate soonest) {}
