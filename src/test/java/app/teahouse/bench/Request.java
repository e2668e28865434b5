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
        var length = json.getBytes(UTF_8).length;
        return new Request("POST " + path + " HTTP/1.1\r\n" + COMMON + headers
                + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + json);
    }

    byte[] bytes() {
        return text.getBytes(UTF_8);
    }
}
