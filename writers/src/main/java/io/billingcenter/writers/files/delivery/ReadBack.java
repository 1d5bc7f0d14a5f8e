package io.billingcenter.writers.files.delivery;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.billingcenter.domain.delivery.DeliveredColumn;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.digest.Digests;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/**
 * Reads a written file as its receiver would, to verify that everything has reached the disk. It uses another library
 * than the writer, so that an error of either is found.
 */
final class ReadBack {

    private ReadBack() {}

    /**
     * Returns the content of the file.
     *
     * @throws IOException also if it does not begin as files of the profile do
     */
    static FileContent content(Path path, DeliveredFile file, Profile profile) throws IOException {
        ContentTally tally = new ContentTally(file);
        try (DigestInputStream input =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(path)), Digests.sha256())) {
            byte[] mark = profile.byteOrderMark();
            requireSame(path, Arrays.toString(mark), Arrays.toString(input.readNBytes(mark.length)));
            tally(path, file, input, tally);
            return tally.content(
                    Files.size(path),
                    HexFormat.of().formatHex(input.getMessageDigest().digest()));
        }
    }

    private static void tally(Path path, DeliveredFile file, InputStream input, ContentTally tally) throws IOException {
        List<String> header = file.columns().stream().map(DeliveredColumn::name).toList();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().ofCsvRecord(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            Iterator<CsvRecord> records = csv.iterator();
            requireSame(
                    path,
                    header.toString(),
                    records.hasNext() ? records.next().getFields().toString() : "nothing");
            while (records.hasNext()) {
                List<String> cells = records.next().getFields();
                requireSame(path, header.size() + " cells", cells.size() + " cells");
                tally.add(cells.toArray(String[]::new));
            }
        } catch (UncheckedIOException | CsvParseException | IllegalArgumentException e) {
            throw new IOException("Expected rows of " + file.schema() + " in " + path + ", found " + e.getMessage(), e);
        }
    }

    private static void requireSame(Path path, String expected, String found) throws IOException {
        if (!expected.equals(found)) {
            throw new IOException("Expected " + expected + " in " + path + ", found " + found);
        }
    }
}
