package io.billingcenter.writers.channels;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Parcels of tests. */
public final class Parcels {

    private Parcels() {}

    /** Returns a parcel of a file with random content, which is written into a folder. */
    public static Parcel of(Path folder, String path, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        Path place = folder.resolve(path);
        Files.createDirectories(place.getParent());
        Files.write(place, content);
        Shipment shipment =
                new Shipment(1, "2026-10-15", 1, "finance", "", "digest", null, ShipmentStatus.SENDING, 1, null, null);
        ParcelFile file = Parcel.file(folder, path, bytes, Digests.sha256(content));
        return new Parcel(shipment, List.of(file), "{}\n");
    }
}
