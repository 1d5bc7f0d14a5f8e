package io.billingcenter.remote.object;

import com.sun.net.httpserver.HttpExchange;
import io.billingcenter.domain.digest.Digests;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks the signatures (version 4) of requests, computed from the request as it has arrived. */
final class RequestSignature {

    private RequestSignature() {}

    /** Returns whether a request has the signature that the keys give. */
    static boolean isRight(HttpExchange exchange, byte[] body, String accessKey, String secretKey) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 ")) {
            return false;
        }
        Map<String, String> fields = new TreeMap<>();
        Arrays.stream(authorization.substring("AWS4-HMAC-SHA256 ".length()).split(", *"))
                .forEach(field ->
                        fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1)));
        String credential = Objects.requireNonNullElse(fields.get("Credential"), "");
        String payload = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        if (!credential.startsWith(accessKey + "/")
                || !(HexFormat.of().formatHex(sha256(body)).equals(payload)
                        || body.length == 0 && "UNSIGNED-PAYLOAD".equals(payload))) {
            return false;
        }
        String scope = credential.substring(accessKey.length() + 1);
        String signedHeaders = Objects.requireNonNullElse(fields.get("SignedHeaders"), "");
        String text = "AWS4-HMAC-SHA256\n" + exchange.getRequestHeaders().getFirst("X-Amz-Date") + "\n" + scope + "\n"
                + HexFormat.of()
                        .formatHex(sha256(
                                canonical(exchange, signedHeaders, payload).getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text)).equals(fields.get("Signature"));
    }

    private static String canonical(HttpExchange exchange, String signedHeaders, String payload) {
        StringBuilder text = new StringBuilder(exchange.getRequestMethod())
                .append('\n')
                .append(exchange.getRequestURI().getRawPath())
                .append('\n');
        List<String> parts = new ArrayList<>();
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            query(query).forEach((name, value) -> parts.add(encoded(name) + "=" + encoded(value)));
        }
        text.append(String.join("&", parts)).append('\n');
        for (String header : signedHeaders.split(";")) {
            String value = String.join(",", exchange.getRequestHeaders().getOrDefault(header, List.of()));
            text.append(header)
                    .append(':')
                    .append(value.strip().replaceAll(" +", " "))
                    .append('\n');
        }
        return text.append('\n')
                .append(signedHeaders)
                .append('\n')
                .append(payload)
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    static SortedMap<String, String> query(@Nullable String raw) {
        SortedMap<String, String> query = new TreeMap<>();
        if (raw != null) {
            for (String part : raw.split("&")) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                query.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the digest of a body. */
    static byte[] sha256(byte[] content) {
        return Digests.sha256().digest(content);
    }
}
