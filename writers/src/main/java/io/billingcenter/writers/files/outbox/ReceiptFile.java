package io.billingcenter.writers.files.outbox;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.outbox.Attempt;
import io.billingcenter.domain.outbox.Outcome;
import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShippedFile;
import io.billingcenter.writers.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The receipt of a shipment, as a file {@code receipts/<period>/r<revision>/<target>-<attempt>.json} below the folder of delivered
 * files.
 *
 * @param path path below that folder
 * @param content the file as JSON
 */
public record ReceiptFile(String path, String content) {

    private static final String FOLDER = "receipts";
    private static final JsonMapper JSON = new JsonMapper();

    /** Returns the receipt of an attempt after which the receiver has everything. */
    public static ReceiptFile of(Shipment shipment, Attempt attempt, Outcome.Shipped shipped, List<ShippedFile> files) {
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("receiptVersion", 1);
        receipt.put("period", shipment.period());
        receipt.put("revision", shipment.revision());
        receipt.put("supersedes", shipment.supersedes());
        receipt.put("target", shipment.target());
        receipt.put("account", shipment.account().isEmpty() ? null : shipment.account());
        receipt.put("contentDigest", shipment.contentDigest());
        receipt.put("attempt", attempt.number());
        receipt.put("begun", String.valueOf(attempt.begun()));
        receipt.put("ended", attempt.ended().toString());
        receipt.put("place", shipped.detail());
        receipt.put("files", files.stream().map(file -> entry(file, shipped)).toList());
        String account = shipment.account().isEmpty() ? "" : "-" + nameOf(shipment.account());
        return new ReceiptFile(
                FOLDER + "/" + shipment.period() + "/r" + shipment.revision() + "/" + shipment.target() + account + "-"
                        + attempt.number() + ".json",
                (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(receipt) + "\n").replace("\r\n", "\n"));
    }

    private static Map<String, Object> entry(ShippedFile file, Outcome.Shipped shipped) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", file.path());
        entry.put("bytes", file.bytes());
        entry.put("sha256", file.sha256());
        if (shipped.versions().containsKey(file.path())) {
            entry.put("version", shipped.versions().get(file.path()));
        }
        return entry;
    }

    private static String nameOf(String account) {
        return URLEncoder.encode(account, StandardCharsets.UTF_8).replace("*", "%2A");
    }

    /** Returns the digest of the content. */
    public String sha256() {
        return Digests.sha256(content);
    }

    /** Writes the file below the folder of delivered files, replacing one of an attempt that was not recorded. */
    public void write(Path out) {
        try {
            AtomicFile.write(out.resolve(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected to write the receipt " + out.resolve(path)
                            + "; free space on the disk or make the folder writable, then ship again",
                    e);
        }
    }
}
