package app.teahouse.stripe;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What {@link LocalStripe} knows and does: sessions, payments and refunds. */
final class StripeBooks {
    /** What Stripe knows of one thing, by the names of its API. */
    static final class Thing extends LinkedHashMap<String, Object> {
        String text(String name) {
            return (String) requireNonNull(get(name), name);
        }

        long number(String name) {
            return (long) requireNonNull(get(name), name);
        }
    }

    record Reply(int status, Object body) {}

    final Map<String, Thing> sessions = new LinkedHashMap<>();
    final Map<String, Thing> intents = new LinkedHashMap<>();
    final Map<String, Thing> refunds = new LinkedHashMap<>();
    final Map<String, Map<String, String>> forms = new LinkedHashMap<>();

    Thing session(String id) {
        return requireNonNull(sessions.get(id), id);
    }

    Thing intent(String id) {
        return requireNonNull(intents.get(id), id);
    }

    Thing refund(String id) {
        return requireNonNull(refunds.get(id), id);
    }

    /** What was asked of Stripe when a thing was made. */
    Map<String, String> form(String id) {
        return requireNonNull(forms.get(id), id);
    }

    private static String needed(Map<String, String> form, String name) {
        return requireNonNull(form.get(name), name);
    }

    /** The payer pays on Stripe's page. */
    Thing pay(String session) {
        var paid = session(session);
        var intent = intent("succeeded", paid.number("amount_total"), paid.text("currency"));
        intent.put("metadata", paid.get("metadata"));
        if (form(session).containsKey("payment_intent_data[setup_future_usage]")) {
            intent.put("customer", "cus_1");
        }
        intent.put("payment_method", card("pm_ok"));
        intent.put("latest_charge", Map.of("object", "charge", "id", "ch_1", "created", 1_790_000_000L));
        paid.put("status", "complete");
        paid.put("payment_status", "paid");
        paid.put("payment_intent", intent);
        return paid;
    }

    static Map<String, Object> card(String id) {
        return Map.of(
                "object",
                "payment_method",
                "id",
                id,
                "type",
                "card",
                "card",
                Map.of("brand", "visa", "last4", "4242", "exp_month", 12, "exp_year", 2031));
    }

    private Thing intent(String status, long amount, String currency) {
        var intent = new Thing();
        intent.put("object", "payment_intent");
        intent.put("id", "pi_" + (intents.size() + 1));
        intent.put("status", status);
        intent.put("amount", amount);
        intent.put("amount_received", status.equals("succeeded") ? amount : 0);
        intent.put("currency", currency);
        intent.put("created", 1_790_000_000L);
        intents.put(intent.text("id"), intent);
        return intent;
    }

    Reply act(String path, Map<String, String> form) {
        return switch (path) {
            case "/v1/checkout/sessions" -> makeSession(form);
            case "/v1/payment_intents" -> charge(form);
            case "/v1/refunds" -> refund(form);
            default -> expire(path.split("/")[4]);
        };
    }

    private Reply makeSession(Map<String, String> form) {
        var seconds = Long.parseLong(needed(form, "expires_at"))
                - Clock.systemUTC().instant().getEpochSecond();
        if (seconds < 1800 || seconds > 86_400) {
            return error(400, "invalid_request_error", "expires_at");
        }
        var amount = Long.parseLong(needed(form, "line_items[0][price_data][unit_amount]"));
        if (amount < 50) {
            return error(400, "invalid_request_error", "amount_too_small");
        }
        var session = new Thing();
        var id = "cs_test_" + (sessions.size() + 1);
        session.put("object", "checkout.session");
        session.put("id", id);
        session.put("url", "https://checkout.stripe.com/c/pay/" + id);
        session.put("status", "open");
        session.put("payment_status", "unpaid");
        session.put("amount_total", amount);
        session.put("currency", needed(form, "line_items[0][price_data][currency]"));
        session.put("metadata", metadata(form));
        sessions.put(id, session);
        forms.put(id, form);
        return new Reply(200, session);
    }

    private static Map<String, String> metadata(Map<String, String> form) {
        var metadata = new LinkedHashMap<String, String>();
        form.forEach((name, value) -> {
            if (name.startsWith("metadata[")) {
                metadata.put(name.substring(9, name.length() - 1), value);
            }
        });
        return metadata;
    }

    private Reply expire(String id) {
        var session = session(id);
        if (!session.text("status").equals("open")) {
            return error(400, "invalid_request_error", null);
        }
        session.put("status", "expired");
        return new Reply(200, session);
    }

    private Reply charge(Map<String, String> form) {
        var method = needed(form, "payment_method");
        if (method.equals("pm_gone")) {
            return error(400, "invalid_request_error", "resource_missing");
        }
        var declined = Map.of(
                        "pm_poor",
                        "insufficient_funds",
                        "pm_stolen",
                        "stolen_card",
                        "pm_absent",
                        "authentication_required")
                .get(method);
        var status =
                declined != null ? "requires_payment_method" : method.equals("pm_slow") ? "processing" : "succeeded";
        var intent = intent(status, Long.parseLong(needed(form, "amount")), needed(form, "currency"));
        intent.put("customer", needed(form, "customer"));
        intent.put("metadata", metadata(form));
        forms.put(intent.text("id"), form);
        if (declined == null) {
            return new Reply(200, intent);
        }
        var code = declined.equals("authentication_required") ? declined : "card_declined";
        var error = Map.of("type", "card_error", "code", code, "decline_code", declined, "message", "Declined.");
        intent.put("last_payment_error", error);
        var whole = new LinkedHashMap<String, Object>(error);
        whole.put("payment_intent", intent);
        return new Reply(402, Map.of("error", whole));
    }

    private Reply refund(Map<String, String> form) {
        var payment = needed(form, "payment_intent");
        var amount = Long.parseLong(needed(form, "amount"));
        var sum = refunds.values().stream()
                .filter(one -> one.text("payment_intent").equals(payment))
                .mapToLong(one -> one.number("amount"))
                .sum();
        if (sum + amount > intent(payment).number("amount")) {
            return error(400, "invalid_request_error", "charge_already_refunded");
        }
        var refund = new Thing();
        refund.put("object", "refund");
        refund.put("id", "re_" + (refunds.size() + 1));
        refund.put("payment_intent", payment);
        refund.put("amount", amount);
        refund.put("currency", "cny");
        refund.put("status", amount == 777 ? "pending" : "succeeded");
        refund.put("created", 1_790_000_100L);
        refund.put("metadata", metadata(form));
        refunds.put(refund.text("id"), refund);
        return new Reply(200, refund);
    }

    Reply look(String path, Map<String, String> query) {
        var id = path.substring(path.lastIndexOf('/') + 1);
        if (path.equals("/v1/payment_intents")) {
            return list(intents, one -> needed(query, "customer").equals(one.get("customer")));
        }
        if (path.equals("/v1/refunds")) {
            return list(refunds, one -> needed(query, "payment_intent").equals(one.get("payment_intent")));
        }
        return sessions.containsKey(id)
                ? new Reply(200, sessions.get(id))
                : error(404, "invalid_request_error", "resource_missing");
    }

    private static Reply list(Map<String, Thing> all, Predicate<Thing> wanted) {
        var found = all.values().stream().filter(wanted).toList().reversed();
        return new Reply(200, Map.of("object", "list", "data", found, "has_more", false));
    }

    static Reply error(int status, String type, @Nullable String code) {
        var error = new LinkedHashMap<String, Object>(Map.of("type", type, "message", "No."));
        if (code != null) {
            error.put("code", code);
        }
        return new Reply(status, Map.of("error", error));
    }
}
