package io.billingcenter.writers.channels.object;

import io.billingcenter.domain.outbox.Outcome;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.object.ObjectFailures;
import io.billingcenter.remote.object.ObjectStore;
import io.billingcenter.writers.channels.Channel;
import io.billingcenter.writers.channels.Parcel;
import io.billingcenter.writers.channels.ParcelFile;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts parcels into an object store, where an object appears as a whole and is written once. */
public final class ObjectChannel implements Channel {

    private final ObjectStore store;
    private final ObjectRules rules;
    private final RemoteTimeouts timeouts;
    private final Clock clock;
    private @Nullable S3Client client;

    /**
     * The abilities of a store.
     *
     * @param conditionalWrites whether the store refuses to replace an object when it is asked to
     * @param partBytes size from which a file is put in parts, and of each part but the last
     */
    public record ObjectRules(boolean conditionalWrites, int partBytes) {

        private static final int USUAL_PART_BYTES = 16 << 20;

        /** Returns rules with parts of 16 MiB. */
        public static ObjectRules of(boolean conditionalWrites) {
            return new ObjectRules(conditionalWrites, USUAL_PART_BYTES);
        }
    }

    /** Creates a channel; nothing is opened before the first parcel. */
    public ObjectChannel(ObjectStore store, ObjectRules rules, RemoteTimeouts timeouts, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    @Override
    public Outcome.Shipped ship(Parcel parcel) throws IOException {
        try {
            ObjectUpload upload = new ObjectUpload(open(), store, rules, clock);
            Map<String, String> versions = new HashMap<>();
            for (ParcelFile file : parcel.entries()) {
                versions.put(file.path(), upload.put(file, store.key(parcel.folder() + "/" + file.path())));
            }
            return new Outcome.Shipped(store.address() + " under " + parcel.folder(), versions);
        } catch (SdkException e) {
            throw ObjectFailures.of(store.address(), e);
        }
    }

    private S3Client open() throws IOException {
        S3Client open = client;
        if (open == null) {
            open = store.open(timeouts);
            client = open;
        }
        return open;
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
