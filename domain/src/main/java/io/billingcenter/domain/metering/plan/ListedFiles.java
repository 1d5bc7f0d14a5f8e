package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Listed files as one text: size, time of change and name of each, divided by the one character that no name has. */
public final class ListedFiles {

    private static final String DIVIDER = "/";
    private static final int PARTS = 3;

    private ListedFiles() {}

    /** The files as text; empty for no files. */
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

    /** The files of the text. */
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
