package io.billingcenter.jobs.metering;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.metering.fold.MeteringTerms;
import io.billingcenter.domain.metering.fold.MeteringTermsBook;
import io.billingcenter.domain.metering.plan.EarlierReading;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.readers.files.traffic.TrafficFolder.ListedDay;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The digests of the files and terms of workspace-days, by which listing finds what has changed. */
final class InputDigests {

    private static final int DIGEST_LENGTH = EarlierReading.FILES_DIGITS;

    /** Most digests of terms that are kept. Most workspaces have the same terms on a day. */
    private static final int MOST_TERMS = 10_000;

    private final MeteringTermsBook terms;
    private final MessageDigest sha256 = Digests.sha256();
    private final Map<MeteringTerms, String> known = new HashMap<>();

    /** Digests under those terms. */
    InputDigests(MeteringTermsBook terms) {
        this.terms = terms;
    }

    /** Returns half of the digest of the files, followed by half of that of the terms. */
    String of(ListedDay day) {
        return ofFiles(day.files()) + ofTerms(terms.termsOf(day.workspaceDay()));
    }

    private String ofFiles(List<ListedFile> files) {
        StringBuilder text = new StringBuilder();
        for (ListedFile file : files) {
            text.append('\n')
                    .append(file.name())
                    .append('\0')
                    .append(file.sizeBytes())
                    .append('\0')
                    .append(file.modified());
        }
        return shortDigestOf(text.toString());
    }

    private String ofTerms(MeteringTerms ofDay) {
        String digest = known.get(ofDay);
        if (digest == null) {
            if (known.size() >= MOST_TERMS) {
                known.clear();
            }
            digest = shortDigestOf(ofDay.describe());
            known.put(ofDay, digest);
        }
        return digest;
    }

    private String shortDigestOf(String text) {
        byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, DIGEST_LENGTH / 2);
    }
}
