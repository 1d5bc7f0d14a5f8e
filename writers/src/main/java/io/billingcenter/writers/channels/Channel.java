package io.billingcenter.writers.channels;

import io.billingcenter.domain.outbox.Outcome;
import java.io.Closeable;
import java.io.IOException;

/**
 * A way to a receiver. A parcel that is sent again, after a failure at any point or after a success, leaves the receiver with the
 * same single set of files: what is there is compared, and never replaced.
 */
public interface Channel extends Closeable {

    /**
     * Sends a parcel as a whole. The files come first, then the manifest, and the marker of a whole set is last.
     *
     * @throws OtherContentException if the receiver has other content under one of the names
     * @throws TargetEndedException if the receiver wants nothing any more
     * @throws io.billingcenter.remote.RemoteException if the receiver cannot be reached or does not accept the parcel
     * @throws IOException if it failed for another reason
     */
    Outcome.Shipped ship(Parcel parcel) throws IOException;

    /** Ends the connection, if there is one. */
    @Override
    default void close() {}
}
