package io.billingcenter.writers.channels;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.outbox.Shipment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A shipment with the content of its files.
 *
 * @param files data files, in the order of their paths
 * @param manifest manifest of exactly these files, as JSON
 */
public record Parcel(Shipment shipment, List<ParcelFile> files, String manifest) {

    /** The name of the manifest. */
    public static final String MANIFEST = "manifest.json";

    /** The name of the empty file that marks a whole set. */
    public static final String MARKER = ".done";

    /** Keeps a copy of the list. */
    public Parcel {
        files = List.copyOf(files);
    }

    /** Returns a file of the folder of a revision. */
    public static ParcelFile file(Path folder, String path, long bytes, String sha256) {
        return new ParcelFile(path, bytes, sha256, ParcelFile.content(folder.resolve(path)));
    }

    /** Returns the folder of the files at a receiver, without a slash at its ends. */
    public String folder() {
        return shipment.period() + "/r" + shipment.revision();
    }

    /** Returns everything in the order in which it is sent: the files, the manifest, the marker. */
    public List<ParcelFile> entries() {
        List<ParcelFile> entries = new ArrayList<>(files);
        entries.add(ofBytes(MANIFEST, manifest.getBytes(StandardCharsets.UTF_8)));
        entries.add(ofBytes(MARKER, new byte[0]));
        return entries;
    }

    private static ParcelFile ofBytes(String path, byte[] bytes) {
        return new ParcelFile(path, bytes.length, Digests.sha256(bytes), ParcelFile.content(bytes));
    }
}
