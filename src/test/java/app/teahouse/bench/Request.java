package app.teahouse.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A request as it goes over the wire. */
record Request(String text) {
    private static final String COMMON =
            "Host: localhost\r\nAccept-Language: en\r\nAccept-Encoding: gzip\r\nUser-Agent: bench\r\n";

    static Request get(String path, String headers) {
        return new Request("GET " + path + " HTTP/1.1\r\n" + COMMON + headers + "\r\n");
    }

    static Request post(String path, String headers, String json) {
        return with("POST", path, headers, json);
    }

    static Request put(String path, String headers, String json) {
        return with("PUT", path, headers, json);
    }

    private static Request with(String method, String path, String headers, String json) {
        var length = json.getBytes(UTF_8).length;
        return new Request(method + " " + path + " HTTP/1.1\r\n" + COMMON + headers
                + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + json);
    }

    byte[] bytes() {
        return text.getBytes(UTF_8);
    }
}
