package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts listed files to and from one text of size, modification time and name of each. The separator is a slash, the
 * only character that no file name contains.
 */
public final class ListedFiles {

    private static final String DIVIDER = "/";
    private static final int PARTS = 3;

    private ListedFiles() {}

    /** Returns the files as text; empty if there are none. */
    public static String format(List<ListedFile> files) {
        StringBuilder text = new StringBuilder();
        for (ListedFile file : files) {
            text.append(text.isEmpty() ? "" : DIVIDER)
                    .append(file.sizeBytes())
                    .append(DIVIDER)
                    .append(file.modified())
                    .append(DIVIDER)
                    .append(file.name());
        }
        return text.toString();
    }

    /** Returns the files described by the text. */
    public static List<ListedFile> parse(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String[] parts = text.split(DIVIDER, -1);
        List<ListedFile> files = new ArrayList<>(parts.length / PARTS);
        for (int part = 0; part < parts.length; part += PARTS) {
            files.add(new ListedFile(parts[part + 2], Long.parseLong(parts[part]), Instant.parse(parts[part + 1])));
        }
        return files;
    }
}
