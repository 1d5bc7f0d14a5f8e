package io.billingcenter.writers.files.outbox;

import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShippedFile;
import io.billingcenter.writers.channels.Parcel;
import io.billingcenter.writers.channels.ParcelFile;
import io.billingcenter.writers.channels.RefusedParcelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Makes parcels of the published files below the folder of delivered files. */
public final class ParcelFolder {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path out;

    /**
     * Creates a maker of parcels.
     *
     * @param out folder of the delivered files
     */
    public ParcelFolder(Path out) {
        this.out = out;
    }

    /**
     * Returns the parcel of a shipment. The manifest is that of the revision if everything or nothing of it is sent, and one of the
     * files that are sent otherwise, so that nobody reads about the files of others.
     *
     * @param whole whether the shipment has all files of the revision, or only its totals
     * @throws RefusedParcelException if a file is not as it was published
     */
    public Parcel parcel(Shipment shipment, List<ShippedFile> files, boolean whole) throws IOException {
        Path folder = out.resolve(shipment.period()).resolve("r" + shipment.revision());
        List<ParcelFile> parcelFiles = new ArrayList<>(files.size());
        for (ShippedFile file : files) {
            requireAsPublished(folder, file);
            parcelFiles.add(Parcel.file(folder, file.path(), file.bytes(), file.sha256()));
        }
        String manifest = whole ? original(folder) : manifest(shipment, files);
        return new Parcel(shipment, parcelFiles, manifest);
    }

    private static void requireAsPublished(Path folder, ShippedFile file) throws IOException {
        Path place = folder.resolve(file.path());
        String found = "no file";
        if (Files.isRegularFile(place)) {
            try (InputStream content = Files.newInputStream(place)) {
                found = ParcelFile.sha256(content, Files.size(place));
            }
        }
        if (!found.equals(file.sha256())) {
            throw new RefusedParcelException("Expected SHA-256 " + file.sha256() + " in " + place + ", found " + found
                    + "; nothing was sent. Find out by verify what has changed, then ship again with --again");
        }
    }

    private static String original(Path folder) throws IOException {
        Path place = folder.resolve(Parcel.MANIFEST);
        if (!Files.isRegularFile(place)) {
            throw new RefusedParcelException("Expected the manifest of the revision at " + place + ", found none;"
                    + " nothing was sent. Find out by verify what has changed, then ship again with --again");
        }
        return Files.readString(place);
    }

    private static String manifest(Shipment shipment, List<ShippedFile> files) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("manifestVersion", 1);
        content.put("period", shipment.period());
        content.put("revision", shipment.revision());
        content.put("supersedes", shipment.supersedes());
        content.put("account", shipment.account().isEmpty() ? null : shipment.account());
        content.put("complete", true);
        content.put("contentDigest", shipment.contentDigest());
        content.put(
                "files",
                files.stream()
                        .map(file -> {
                            Map<String, Object> entry = new LinkedHashMap<>();
                            entry.put("path", file.path());
                            entry.put("bytes", file.bytes());
                            entry.put("sha256", file.sha256());
                            return entry;
                        })
                        .toList());
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n").replace("\r\n", "\n");
    }
}
