package io.billingcenter.remote.object;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.billingcenter.remote.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/**
 * An object store in the process of a test, with one bucket. It refuses requests whose signature (version 4) is not that of its
 * keys, bodies that differ from their digest, and writes that are not the first where the request says so. Faults are put in by
 * {@link Fault}.
 */
public final class ObjectTestServer implements AutoCloseable {

    public static final String ACCESS_KEY = "AKTEST0001";
    public static final String SECRET_KEY = "sk-5d0f2b/Zx";
    public static final String BUCKET = "billing";

    private static final int MIN_PART = 5 << 20;

    /** The effect on a request, decided before it is carried out or after. */
    public interface Fault {

        /** No faults. */
        Fault NONE = request -> Effect.SERVE;

        /** Returns the effect on a request like {@code PUT /billing/2026-10/r1/.done}. */
        Effect on(String request);
    }

    /** The fate of a request. */
    public enum Effect {
        /** It is carried out and answered. */
        SERVE,
        /** The connection ends while the body is read; nothing is stored. */
        CUT,
        /** The answer is status 503 with a pause of one second. */
        BUSY,
        /** It is carried out, and the connection ends without an answer. */
        STORE_AND_CUT,
        /** The answer is status 507: the store is full. */
        FULL
    }

    /** A stored object. */
    public record Stored(byte[] content, String etag, Map<String, String> metadata) {}

    private record Answer(int status, byte[] body, Map<String, String> headers) {

        static Answer of(int status) {
            return new Answer(status, new byte[0], Map.of());
        }

        static Answer xml(int status, String xml) {
            return new Answer(status, xml.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/xml"));
        }

        static Answer error(int status, String code) {
            return xml(status, "<Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>");
        }
    }

    private record Upload(String key, Map<String, String> metadata, NavigableMap<Integer, byte[]> parts) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final NavigableMap<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private volatile Fault fault = Fault.NONE;
    private volatile IntUnaryOperator sentBytes = IntUnaryOperator.identity();
    private int uploadNumber;

    private ObjectTestServer(HttpServer server) {
        this.server = server;
    }

    /** Starts a server with an empty bucket. */
    public static ObjectTestServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            ObjectTestServer server = new ObjectTestServer(http);
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address of the service. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the store at a prefix, with the right keys in files of a folder. */
    public ObjectStore store(String prefix, Path folder) {
        return store(prefix, folder, SECRET_KEY);
    }

    /** Returns the store at a prefix, with a secret key of the caller. */
    public ObjectStore store(String prefix, Path folder, String secretKey) {
        try {
            Files.writeString(folder.resolve("access-key"), ACCESS_KEY + "\n");
            Files.writeString(folder.resolve("secret-key"), secretKey + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ObjectStore.at(
                "s3://" + BUCKET + "/" + prefix,
                endpoint(),
                "us-east-1",
                true,
                true,
                Secret.of("access-key", folder),
                Secret.of("secret-key", folder));
    }

    /** Returns the objects by key. */
    public NavigableMap<String, Stored> objects() {
        return objects;
    }

    /** Puts an object without a request. */
    public void put(String key, byte[] content) {
        objects.put(key, new Stored(content, md5(content), Map.of()));
    }

    /** Returns the number of unfinished uploads in parts. */
    public int unfinishedUploads() {
        return uploads.size();
    }

    /** Returns the requests since the start, like {@code PUT /billing/key}. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** Puts faults in from now on. */
    public void fail(Fault next) {
        fault = next;
    }

    /** Cuts answers from now on after as many bytes of the body as the operator returns for their length. */
    public void cutAnswers(IntUnaryOperator next) {
        sentBytes = next;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        synchronized (this) {
            requests.add(request);
        }
        Effect effect = fault.on(request);
        if (effect == Effect.CUT) {
            exchange.getRequestBody().readNBytes(100);
            throw cut();
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer;
        if (effect == Effect.BUSY) {
            answer = new Answer(503, new byte[0], Map.of("Retry-After", "1"));
        } else if (effect == Effect.FULL) {
            answer = Answer.error(507, "InsufficientStorage");
        } else {
            answer = serve(exchange, body);
        }
        if (effect == Effect.STORE_AND_CUT) {
            throw cut();
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head || answer.body().length == 0 ? -1 : answer.body().length);
        if (!head && answer.body().length > 0) {
            try (OutputStream output = exchange.getResponseBody()) {
                int sent = sentBytes.applyAsInt(answer.body().length);
                output.write(answer.body(), 0, sent);
                if (sent < answer.body().length) {
                    output.flush();
                    throw cut();
                }
            }
        }
        exchange.close();
    }

    /** Returns an exception with which the server ends the connection without an answer. */
    private static IOException cut() {
        return new IOException("the connection is cut");
    }

    private synchronized Answer serve(HttpExchange exchange, byte[] body) {
        if (!RequestSignature.isRight(exchange, body, ACCESS_KEY, SECRET_KEY)) {
            return Answer.error(403, "SignatureDoesNotMatch");
        }
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/" + BUCKET)) {
            return Answer.error(404, "NoSuchBucket");
        }
        String key = path.length() <= BUCKET.length() + 2 ? "" : path.substring(BUCKET.length() + 2);
        SortedMap<String, String> query =
                RequestSignature.query(exchange.getRequestURI().getRawQuery());
        if (key.isEmpty()) {
            return list(query);
        }
        String expected = exchange.getRequestHeaders().getFirst("x-amz-checksum-sha256");
        if (expected != null
                && query.get("uploadId") == null
                && !expected.equals(base64(RequestSignature.sha256(body)))) {
            return Answer.error(400, "BadDigest");
        }
        return switch (exchange.getRequestMethod()) {
            case "PUT" -> query.containsKey("uploadId") ? part(exchange, query, body) : put(exchange, key, body);
            case "POST" -> query.containsKey("uploads") ? begin(exchange, key) : complete(exchange, query);
            case "DELETE" -> delete(query, key);
            case "GET" -> query.containsKey("uploadId") ? parts(query) : get(exchange, key);
            default -> get(exchange, key);
        };
    }

    private Answer put(HttpExchange exchange, String key, byte[] body) {
        if ("*".equals(exchange.getRequestHeaders().getFirst("If-None-Match")) && objects.containsKey(key)) {
            return Answer.error(412, "PreconditionFailed");
        }
        objects.put(key, new Stored(body, md5(body), metadata(exchange.getRequestHeaders())));
        return new Answer(200, new byte[0], Map.of("ETag", '"' + md5(body) + '"'));
    }

    private Answer begin(HttpExchange exchange, String key) {
        String id = "u" + ++uploadNumber;
        uploads.put(id, new Upload(key, metadata(exchange.getRequestHeaders()), new TreeMap<>()));
        return Answer.xml(
                200,
                "<InitiateMultipartUploadResult><Bucket>" + BUCKET + "</Bucket><Key>" + key + "</Key><UploadId>" + id
                        + "</UploadId></InitiateMultipartUploadResult>");
    }

    private Answer part(HttpExchange exchange, Map<String, String> query, byte[] body) {
        Upload upload = uploads.get(query.get("uploadId"));
        if (upload == null) {
            return Answer.error(404, "NoSuchUpload");
        }
        String expected = exchange.getRequestHeaders().getFirst("x-amz-checksum-sha256");
        if (expected != null && !expected.equals(base64(RequestSignature.sha256(body)))) {
            return Answer.error(400, "BadDigest");
        }
        upload.parts().put(Integer.valueOf(query.get("partNumber")), body);
        return new Answer(200, new byte[0], Map.of("ETag", '"' + md5(body) + '"'));
    }

    private Answer parts(Map<String, String> query) {
        Upload upload = uploads.get(query.get("uploadId"));
        if (upload == null) {
            return Answer.error(404, "NoSuchUpload");
        }
        StringBuilder xml = new StringBuilder("<ListPartsResult><IsTruncated>false</IsTruncated>");
        upload.parts()
                .forEach((number, content) -> xml.append("<Part><PartNumber>")
                        .append(number)
                        .append("</PartNumber><ETag>&quot;")
                        .append(md5(content))
                        .append("&quot;</ETag><Size>")
                        .append(content.length)
                        .append("</Size></Part>"));
        return Answer.xml(200, xml.append("</ListPartsResult>").toString());
    }

    private Answer complete(HttpExchange exchange, Map<String, String> query) {
        Upload upload = uploads.get(query.get("uploadId"));
        if (upload == null) {
            return Answer.error(404, "NoSuchUpload");
        }
        if ("*".equals(exchange.getRequestHeaders().getFirst("If-None-Match")) && objects.containsKey(upload.key())) {
            return Answer.error(412, "PreconditionFailed");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (Map.Entry<Integer, byte[]> part : upload.parts().entrySet()) {
            if (part.getValue().length < MIN_PART
                    && !part.getKey().equals(upload.parts().lastKey())) {
                return Answer.error(400, "EntityTooSmall");
            }
            whole.writeBytes(part.getValue());
        }
        uploads.remove(query.get("uploadId"));
        String etag = md5(whole.toByteArray()) + "-" + upload.parts().size();
        objects.put(upload.key(), new Stored(whole.toByteArray(), etag, upload.metadata()));
        return Answer.xml(
                200,
                "<CompleteMultipartUploadResult><Key>" + upload.key() + "</Key><ETag>&quot;" + etag
                        + "&quot;</ETag></CompleteMultipartUploadResult>");
    }

    private Answer delete(Map<String, String> query, String key) {
        if (query.containsKey("uploadId")) {
            uploads.remove(query.get("uploadId"));
        } else {
            objects.remove(key);
        }
        return Answer.of(204);
    }

    private Answer get(HttpExchange exchange, String key) {
        Stored stored = objects.get(key);
        if (stored == null) {
            return Answer.error(404, "NoSuchKey");
        }
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        if (match != null && !match.replace("\"", "").equals(stored.etag())) {
            return Answer.error(412, "PreconditionFailed");
        }
        Map<String, String> headers = new TreeMap<>();
        headers.put("ETag", '"' + stored.etag() + '"');
        headers.put("Last-Modified", "Tue, 01 Dec 2026 00:00:00 GMT");
        stored.metadata().forEach(headers::put);
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.put("Content-Length", Integer.toString(stored.content().length));
        }
        return new Answer(200, stored.content(), headers);
    }

    private Answer list(Map<String, String> query) {
        if (query.containsKey("uploads")) {
            return listUploads(query);
        }
        return Answer.xml(200, ObjectListing.xml(objects, query));
    }

    private Answer listUploads(Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        StringBuilder xml = new StringBuilder("<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>");
        new TreeMap<>(uploads).forEach((id, upload) -> {
            if (upload.key().startsWith(prefix)) {
                xml.append("<Upload><Key>")
                        .append(upload.key())
                        .append("</Key><UploadId>")
                        .append(id);
                xml.append("</UploadId><Initiated>2026-12-01T00:00:00.000Z</Initiated></Upload>");
            }
        });
        return Answer.xml(200, xml.append("</ListMultipartUploadsResult>").toString());
    }

    private static Map<String, String> metadata(Headers headers) {
        Map<String, String> metadata = new TreeMap<>();
        headers.forEach((name, values) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith("x-amz-meta-")) {
                metadata.put(name.toLowerCase(Locale.ROOT), values.get(0));
            }
        });
        return metadata;
    }

    private static String md5(byte[] content) {
        return HexFormat.of().formatHex(digest("MD5", content));
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
