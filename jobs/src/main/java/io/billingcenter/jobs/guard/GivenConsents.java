package io.billingcenter.jobs.guard;

import io.billingcenter.domain.reference.ReferenceFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The consents that were given with a command.
 *
 * @param fingerprints of stops that may pass
 * @param allowMissing reference files that may be missing
 */
public record GivenConsents(List<String> fingerprints, Set<ReferenceFile> allowMissing) {

    /** No consent. */
    public static final GivenConsents NONE = new GivenConsents(List.of(), Set.of());

    /** The reason that is stored for a consent by an option. */
    public static final String REASON = "given with the command";

    /** Keeps copies. */
    public GivenConsents {
        fingerprints = List.copyOf(fingerprints);
        allowMissing = Set.copyOf(allowMissing);
    }

    /**
     * Returns the consents of options.
     *
     * @param missing names of reference files without their ending
     * @throws IllegalArgumentException for the name of no reference file
     */
    public static GivenConsents of(List<String> fingerprints, List<String> missing) {
        Set<ReferenceFile> files = EnumSet.noneOf(ReferenceFile.class);
        List<String> unknown = new ArrayList<>();
        for (String name : missing) {
            ReferenceFile.ofText(name).ifPresentOrElse(files::add, () -> unknown.add(name));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Expected --allow-missing to name reference files out of "
                    + Stream.of(ReferenceFile.values()).map(ReferenceFile::text).collect(Collectors.joining(", "))
                    + "; found " + String.join(", ", unknown) + "; correct the names");
        }
        return new GivenConsents(fingerprints, files);
    }
}
