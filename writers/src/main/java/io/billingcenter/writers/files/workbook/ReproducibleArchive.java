package io.billingcenter.writers.files.workbook;

import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies the archive of a workbook without the times of its making. */
final class ReproducibleArchive {

    private static final String PROPERTIES = "docProps/core.xml";
    /** The earliest time that an archive can have. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ReproducibleArchive() {}

    /**
     * Copies an archive entry by entry.
     *
     * @param created day that the workbook states as that of its making
     */
    static void copy(Path archive, OutputStream target, BillingDay created) throws IOException {
        ZipOutputStream output = new ZipOutputStream(target, StandardCharsets.UTF_8);
        try (ZipFile input = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            for (Enumeration<? extends ZipEntry> entries = input.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(TIME);
                output.putNextEntry(copy);
                if (entry.getName().equals(PROPERTIES)) {
                    output.write(properties(created).getBytes(StandardCharsets.UTF_8));
                } else {
                    try (InputStream content = input.getInputStream(entry)) {
                        content.transferTo(output);
                    }
                }
                output.closeEntry();
            }
        }
        // The target stays open: its owner closes it.
        output.finish();
        output.flush();
    }

    private static String properties(BillingDay created) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                + "<cp:coreProperties"
                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + created + "T00:00:00Z</dcterms:created>"
                + "<dc:creator>Billing Center</dc:creator></cp:coreProperties>";
    }
}
