package io.billingcenter.remote.traffic;

import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.remote.RemoteException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies a file of a known length. */
final class ExactOutput {

    private static final int BLOCK_BYTES = 1 << 15;

    private ExactOutput() {}

    /**
     * Copies all bytes.
     *
     * @throws RemoteException if there are fewer or more than were listed: a connection that ends early looks like the end of the
     *     file
     */
    static void copy(String address, RemoteFile file, InputStream from, OutputStream to) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        long copied = 0;
        for (int read = from.read(block); read >= 0; read = from.read(block)) {
            to.write(block, 0, read);
            copied += read;
        }
        if (copied != file.sizeBytes()) {
            throw RemoteException.temporary(
                    "Expected " + file.sizeBytes() + " bytes of " + address + ", found " + copied, null);
        }
    }
}
