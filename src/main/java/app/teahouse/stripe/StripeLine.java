package app.teahouse.stripe;

import app.teahouse.outside.Calls;
import com.stripe.Stripe;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * Carries the library's requests over our own line. Its own would send a broken POST again by itself, has no limit on the whole time,
 * keeps a file in the home folder to tell installations apart, and tells Stripe about this machine.
 */
final class StripeLine extends HttpClient {
    static {
        Stripe.enableTelemetry = false;
    }

    private final Calls calls;

    StripeLine(Calls calls) {
        this.calls = calls;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        var address = URI.create(request.url().toString());
        var carried = HttpRequest.newBuilder(address);
        request.headers().map().forEach((name, values) -> values.forEach(value -> carried.header(name, value)));
        carried.setHeader("User-Agent", "Teahouse Stripe/v1 JavaBindings/" + Stripe.VERSION);
        var content = request.content();
        if (content != null) {
            carried.setHeader("Content-Type", content.contentType());
        }
        var body = content == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content.byteArrayContent());
        carried.method(
                request.method() == RequestMethod.GET ? "GET" : request.method().name(), body);
        try {
            var answer = calls.send(carried.build());
            return new StripeResponse(answer.status(), HttpHeaders.of(answer.headers()), answer.body());
        } catch (IOException e) {
            throw new ApiConnectionException("No answer from Stripe: " + e.getMessage(), e);
        }
    }
}
