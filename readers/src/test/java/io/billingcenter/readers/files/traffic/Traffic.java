package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.MeteringTerms;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Fixtures of the tests of this package: workspace {@code w} on 2026-11-21 in UTC+8, and its files. */
final class Traffic {

    static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("w"), BillingDay.parse("2026-11-21"));

    static final MeteringTerms TERMS = new MeteringTerms(
            DAY.day().in(ZoneOffset.ofHours(8)),
            StorageType.ES,
            false,
            RetentionPolicies.NONE,
            OversizeRule.FLOOR_1024,
            true);

    static final String HEADER = "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds";

    /** The result of a reading: the totals, and the rejections in the order found. */
    record Result(MeteredDay day, List<Rejection> rejections) {

        /** Returns a summary like {@code 2 accepted, malformed 3@40}: line and offset of every rejection. */
        String summary() {
            StringBuilder summary = new StringBuilder(day.accepted() + " accepted");
            for (Rejection rejection : rejections) {
                summary.append(", " + rejection.reason().code() + " "
                        + rejection.place().line() + "@" + rejection.place().offset());
            }
            return summary.toString();
        }
    }

    private Traffic() {}

    static Result read(TrafficReader reader, List<Path> files) throws IOException {
        List<Rejection> rejections = new ArrayList<>();
        return new Result(reader.read(DAY, files, TERMS, rejections::add), rejections);
    }

    /** Reads the text as a file of that name. */
    static Result read(Path folder, String name, String text) throws IOException {
        return read(new PlainTrafficReader(), List.of(file(folder, name, text.getBytes(UTF_8))));
    }

    static Path file(Path folder, String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** Returns the record of a sent message, 39 bytes long if the id has 7. */
    static String sms(String id) {
        return id + ",2026-11-21T08:00:00Z,w,sms,,,,,";
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        }
        return compressed.toByteArray();
    }

    static byte[] zstd(byte[] content) {
        return Zstd.compress(content);
    }

    static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
