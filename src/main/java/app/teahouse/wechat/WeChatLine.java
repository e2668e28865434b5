package app.teahouse.wechat;

import app.teahouse.outside.Calls;
import com.wechat.pay.java.core.auth.Credential;
import com.wechat.pay.java.core.auth.Validator;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.Constant;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;

/** Carries the library's signed requests over our own line, and so spares the program OkHttp, Kotlin and Apache's old client. */
final class WeChatLine extends AbstractHttpClient {
    /** The library looks for these in exactly this form. */
    private static final List<String> HEADERS = List.of(
            Constant.WECHAT_PAY_SERIAL,
            Constant.WECHAT_PAY_SIGNATURE,
            Constant.WECHAT_PAY_TIMESTAMP,
            Constant.WECHAT_PAY_NONCE,
            Constant.REQUEST_ID);

    private final Calls calls;
    private final String address;

    WeChatLine(Credential credential, Validator validator, Calls calls, String address) {
        super(credential, validator);
        this.calls = calls;
        this.address = address;
    }

    @Override
    protected OriginalResponse innerExecute(HttpRequest request) {
        try {
            return original(request, calls.send(carried(request)));
        } catch (IOException e) {
            throw new HttpException("No answer from WeChat Pay", e);
        }
    }

    /** The library writes its host into each address; the signature is about what follows it. */
    private java.net.http.HttpRequest carried(HttpRequest request) {
        var asked = request.getUri();
        var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        var carried = java.net.http.HttpRequest.newBuilder(URI.create(address + asked.getRawPath() + query));
        request.getHeaders().getHeaders().forEach((name, value) -> carried.header(name, value.strip()));
        var body = request.getBody() instanceof JsonRequestBody json
                ? BodyPublishers.ofString(json.getBody())
                : BodyPublishers.noBody();
        return carried.method(request.getHttpMethod().name(), body).build();
    }

    private static OriginalResponse original(HttpRequest request, Calls.Answer answer) {
        if (answer.status() >= 500) {
            throw new HttpException("WeChat Pay answers " + answer.status(), (Throwable) null);
        }
        var headers = new HashMap<String, String>();
        for (var name : HEADERS) {
            var value = answer.header(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new OriginalResponse.Builder()
                .request(request)
                .statusCode(answer.status())
                .headers(headers)
                .contentType(answer.header(Constant.CONTENT_TYPE))
                .body(answer.body())
                .build();
    }

    @Override
    protected InputStream innerDownload(HttpRequest request) {
        throw new UnsupportedOperationException("No files are fetched from WeChat Pay");
    }

    @Override
    protected String getHttpClientInfo() {
        return "Teahouse";
    }
}
