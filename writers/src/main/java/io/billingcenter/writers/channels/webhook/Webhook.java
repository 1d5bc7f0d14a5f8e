package io.billingcenter.writers.channels.webhook;

import io.billingcenter.domain.outbox.Outcome;
import io.billingcenter.remote.Loopback;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.RetryAfter;
import io.billingcenter.remote.Secret;
import io.billingcenter.writers.channels.Channel;
import io.billingcenter.writers.channels.Parcel;
import io.billingcenter.writers.channels.TargetEndedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Posts the manifest of a parcel, signed by the convention of Standard Webhooks. The receiver knows a repeat by its id, which is
 * the same for every attempt.
 */
public final class Webhook implements Channel {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int GONE = 410;
    private static final Set<Integer> BUSY = Set.of(408, 425, 429, 500, 502, 503, 504);

    private final URI address;
    private final Secret secret;
    private final RemoteTimeouts timeouts;
    private final Clock clock;
    private @Nullable HttpClient client;

    /**
     * Creates a channel; nothing is opened before the first parcel.
     *
     * @throws IllegalArgumentException if the address is not protected, or holds a user or password
     */
    public Webhook(URI address, Secret secret, RemoteTimeouts timeouts, Clock clock) {
        String host = address.getHost();
        boolean secured = "https".equals(address.getScheme());
        boolean own = "http".equals(address.getScheme()) && host != null && Loopback.is(host);
        if (host == null || address.getUserInfo() != null || !secured && !own) {
            throw new IllegalArgumentException("Expected an address that begins with https:// and has no password,"
                    + " found another; plain http is for a receiver on this machine only");
        }
        this.address = address;
        this.secret = secret;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    @Override
    public Outcome.Shipped ship(Parcel parcel) throws IOException {
        HttpResponse<Void> answer = send(request(parcel));
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Shipped(shown() + " with status " + status, Map.of());
        }
        String found = "Expected " + shown() + " to accept the manifest, found status " + status;
        if (status == GONE) {
            throw new TargetEndedException(found + ": the receiver wants nothing any more; remove the target");
        }
        if (!BUSY.contains(status)) {
            throw RemoteException.lasting(found + "; correct the address or the secret");
        }
        Optional<RemoteException> asked = answer.headers()
                .firstValue("Retry-After")
                .flatMap(RetryAfter::parse)
                .map(pause -> RemoteException.busy(found + "; it is tried again", pause, null));
        throw asked.orElseGet(() -> RemoteException.temporary(found + "; it is tried again", null));
    }

    private HttpRequest request(Parcel parcel) throws IOException {
        String id = parcel.shipment().period().replace('/', '-') + ".r"
                + parcel.shipment().revision() + "." + parcel.shipment().target();
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String body = parcel.manifest();
        return HttpRequest.newBuilder(address)
                .timeout(timeouts.answer())
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature(id + "." + timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<Void> send(HttpRequest request) throws IOException {
        try {
            return open().send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw RemoteException.temporary(
                    "Expected an answer of " + shown() + ", found "
                            + e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage())
                            + "; it is tried again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RemoteException.temporary("Expected an answer of " + shown() + ", found that the run is stopped", e);
        }
    }

    private HttpClient open() {
        HttpClient open = client;
        if (open == null) {
            open = HttpClient.newBuilder()
                    .connectTimeout(timeouts.connect())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            client = open;
        }
        return open;
    }

    private String signature(String text) throws IOException {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path may be a secret of the receiver. */
    private String shown() {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }
}
