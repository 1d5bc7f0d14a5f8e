package io.billingcenter.writers.files.archive;

import io.billingcenter.domain.archive.ArchiveColumn;
import io.billingcenter.domain.archive.ArchiveFile;
import io.billingcenter.domain.archive.DetailRow;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.writers.files.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes an archive file: gzip members, each of which begins with a workspace-day, with a line of JSON for each row, {@code
 * ["day_reading","ws-1","2026-08-01",1,...]}. The first member has a line with the version, the month and the columns of each
 * table. The file appears as a whole once its bytes were read back.
 */
public final class ArchiveWriter implements AutoCloseable {

    /** The version of the format, which a reader checks. */
    private static final String FORMAT = "billing-archive/1";

    /** Text after which a new member begins; a reader who wants one workspace-day decompresses no more. */
    private static final int MEMBER_BYTES = 1 << 18;

    private final AtomicFile file;
    private final MessageDigest digest = Digests.sha256();
    private final CountedBytes bytes;
    private final NavigableMap<WorkspaceDay, Long> members = new TreeMap<>();
    private final Map<String, Long> rowCounts = new LinkedHashMap<>();
    private GzipMember member;
    private @Nullable WorkspaceDay last;
    private long workspaceDays;

    /**
     * Begins a file.
     *
     * @param path the file; folders above it that do not exist are created
     * @param columns columns of each table
     * @throws IOException if it cannot be created
     */
    public ArchiveWriter(Path path, BillingMonth month, Map<String, List<ArchiveColumn>> columns) throws IOException {
        this.file = AtomicFile.createWithFolders(path);
        this.bytes = new CountedBytes(new DigestOutputStream(file.bytes(), digest));
        this.member = new GzipMember(bytes);
        columns.keySet().forEach(table -> rowCounts.put(table, 0L));
        writeHeader(month, columns);
        this.member = nextMember();
    }

    private void writeHeader(BillingMonth month, Map<String, List<ArchiveColumn>> columns) throws IOException {
        JsonGenerator json = member.json();
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("month", month.toString());
        json.writeObjectPropertyStart("tables");
        columns.forEach((table, ofTable) -> {
            json.writeObjectPropertyStart(table);
            ofTable.forEach(column ->
                    json.writeStringProperty(column.name(), column.type().code()));
            json.writeEndObject();
        });
        json.writeEndObject();
        json.writeEndObject();
    }

    /**
     * Writes a row; the rows come workspace-day by workspace-day.
     *
     * @throws IOException if it cannot be written
     */
    public void row(DetailRow row) throws IOException {
        if (!row.workspaceDay().equals(last)) {
            begin(row.workspaceDay());
        }
        member.row(row);
        rowCounts.merge(row.table(), 1L, Long::sum);
    }

    private void begin(WorkspaceDay day) throws IOException {
        if (last != null && last.compareTo(day) >= 0) {
            throw new IllegalArgumentException("Expected a workspace-day after " + last + ", found " + day);
        }
        if (member.length() >= MEMBER_BYTES) {
            member = nextMember();
        }
        if (members.isEmpty() || members.lastEntry().getValue() != member.start()) {
            members.put(day, member.start());
        }
        last = day;
        workspaceDays++;
    }

    private GzipMember nextMember() throws IOException {
        member.finish();
        return new GzipMember(bytes);
    }

    /**
     * Ends the file and gives it its name.
     *
     * @param number number of the file in the database
     * @param path path of the file below the archive folder
     * @throws IOException if it does not reach the disk, or is read back otherwise than it was written
     */
    public ArchiveFile commit(int number, BillingMonth month, String path) throws IOException {
        member.finish();
        bytes.flush();
        String sha256 = HexFormat.of().formatHex(digest.digest());
        file.commit(written -> requireSame(written, sha256));
        String counts = rowCounts.entrySet().stream()
                .map(table -> table.getKey() + " " + table.getValue())
                .collect(Collectors.joining(", "));
        return new ArchiveFile(number, month, path, workspaceDays, counts, bytes.count(), sha256);
    }

    private static void requireSame(Path written, String sha256) throws IOException {
        MessageDigest readBack = Digests.sha256();
        try (InputStream in = Files.newInputStream(written)) {
            byte[] block = new byte[1 << 16];
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                readBack.update(block, 0, length);
            }
        }
        String found = HexFormat.of().formatHex(readBack.digest());
        if (!found.equals(sha256)) {
            throw new IOException(
                    "Expected to read " + written + " back with the SHA-256 " + sha256 + ", found " + found);
        }
    }

    /** Returns the byte at which decompression begins for a workspace-day of the file. */
    public long startByte(WorkspaceDay day) {
        return members.floorEntry(day).getValue();
    }

    /** Leaves no file behind unless it was committed. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
