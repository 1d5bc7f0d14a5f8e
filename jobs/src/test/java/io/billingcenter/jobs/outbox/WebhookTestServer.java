package io.billingcenter.jobs.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of webhooks in the process of a test. It refuses wrong signatures, and knows a repeat by its id. */
final class WebhookTestServer implements AutoCloseable {

    static final String SECRET = "wh-9d1e77";

    /** Stores the request and never answers it. */
    static final int STORED_WITHOUT_ANSWER = -1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final SortedMap<String, byte[]> stored = new TreeMap<>();
    private final List<String> conflicts = new ArrayList<>();

    private WebhookTestServer(HttpServer server) {
        this.server = server;
    }

    static WebhookTestServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            WebhookTestServer server = new WebhookTestServer(http);
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook/path-token";
    }

    /** Answers the next requests with these statuses, and all later ones with 204. */
    synchronized void answer(int... statuses) {
        answers.clear();
        for (int status : statuses) {
            answers.add(status);
        }
    }

    /** Returns the bodies by the ids of their requests. */
    synchronized Map<String, byte[]> stored() {
        return new TreeMap<>(stored);
    }

    /** Returns the ids that came with two different bodies. */
    synchronized List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = status();
        if (status == STORED_WITHOUT_ANSWER) {
            store(exchange, body);
            throw new IOException("the connection is cut");
        }
        if (status == 204) {
            status = store(exchange, body) ? 204 : 401;
        }
        if (status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "7");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private synchronized int status() {
        Integer next = answers.poll();
        return next == null ? 204 : next;
    }

    private synchronized boolean store(HttpExchange exchange, byte[] body) {
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
        String text = id + "." + timestamp + "." + new String(body, StandardCharsets.UTF_8);
        if (!("v1," + hmac(text)).equals(exchange.getRequestHeaders().getFirst("webhook-signature"))) {
            return false;
        }
        byte[] before = stored.put(id, body);
        if (before != null && !Arrays.equals(before, body)) {
            conflicts.add(id);
        }
        return true;
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
