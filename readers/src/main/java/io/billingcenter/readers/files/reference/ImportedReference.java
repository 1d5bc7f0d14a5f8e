package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.reference.ReferenceData;
import java.util.Map;

/**
 * Reference data together with the files it was read from.
 *
 * @param sha256ByFile SHA-256 in hex of every file that exists, by file name
 */
public record ImportedReference(ReferenceData data, Map<String, String> sha256ByFile) {

    /** Keeps a copy of the digests. */
    public ImportedReference {
        sha256ByFile = Map.copyOf(sha256ByFile);
    }
}
