package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.digest.Digests;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Counts the line feeds of a raw file, and the records they end, without parsing records. It shares only the
 * decompression with the readers, so that it finds records which all of them would overlook.
 *
 * @param feeds line feeds
 * @param quotedFeeds line feeds inside quotes, which end no record
 * @param emptyLines lines without content
 * @param unended 1 if the last line has no line feed
 */
public record RawCount(long feeds, long quotedFeeds, long emptyLines, long unended, boolean hasHeader) {

    private static final int LONGEST_RECORD = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Returns the number of records that follows from these counts. */
    public long records() {
        return feeds + unended - quotedFeeds - emptyLines - (hasHeader ? 1 : 0);
    }

    /** Returns the derivation of the records from the line feeds, for people. */
    public String explanation() {
        return records() + " (" + feeds + " line feeds + " + unended + " last line without one - " + quotedFeeds
                + " inside quotes - " + emptyLines + " empty lines - "
                + (hasHeader ? 1 : 0) + " header)";
    }

    /** Counts the file at the path. */
    public static RawCount of(Path path) throws IOException {
        TrafficFile file = TrafficFile.at(path);
        boolean isCsv = file.content() == TrafficFile.Content.RECORDS;
        try (PushbackInputStream text =
                new PushbackInputStream(new BufferedInputStream(file.open(), 1 << 16), BYTE_ORDER_MARK.length)) {
            byte[] start = text.readNBytes(BYTE_ORDER_MARK.length);
            if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
                text.unread(start);
            }
            return new Count(isCsv).of(text);
        }
    }

    /** Returns the SHA-256 of the bytes of the file. */
    public static String sha256(Path path) throws IOException {
        try (DigestInputStream input = new DigestInputStream(Files.newInputStream(path), Digests.sha256())) {
            input.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(input.getMessageDigest().digest());
        }
    }

    private static final class Count {

        private final boolean isCsv;
        private long feeds;
        private long quotedFeeds;
        private long emptyLines;
        private long length;
        private boolean atFieldStart = true;
        private boolean inQuotes;
        private boolean afterQuote;
        private boolean skipping;
        private boolean headerSeen;

        Count(boolean isCsv) {
            this.isCsv = isCsv;
            this.headerSeen = !isCsv;
        }

        RawCount of(InputStream text) throws IOException {
            byte[] block = new byte[1 << 16];
            int read;
            int held = -1;
            while ((read = text.read(block)) >= 0) {
                for (int i = 0; i < read; i++) {
                    if (held >= 0) {
                        take(held, block[i]);
                    }
                    held = block[i] & 0xFF;
                }
            }
            if (held >= 0) {
                take(held, -1);
            }
            return new RawCount(feeds, quotedFeeds, emptyLines, length > 0 ? 1 : 0, isCsv);
        }

        /**
         * Takes a byte and the next one, or -1 at the end. An overlong record ends with its line, whatever quotes are
         * open.
         */
        private void take(int c, int next) {
            if (c == '\n') {
                feeds++;
            }
            boolean quoted = inQuotes && !afterQuote && !skipping;
            if (!quoted && c == '\n') {
                endLine();
                return;
            }
            boolean ofLineEnd = !quoted && c == '\r' && next == '\n';
            if (ofLineEnd) {
                return;
            }
            if (length == LONGEST_RECORD && headerSeen) {
                skipping = true;
                if (c == '\n') {
                    endLine();
                }
                return;
            }
            length++;
            quotedFeeds += c == '\n' ? 1 : 0;
            if (isCsv) {
                field(c, quoted);
            }
        }

        private void field(int c, boolean quoted) {
            if (quoted) {
                afterQuote = c == '"';
            } else if (afterQuote && c == '"') {
                afterQuote = false;
            } else {
                inQuotes = atFieldStart && c == '"';
                afterQuote = false;
                atFieldStart = c == ',';
                return;
            }
            atFieldStart = false;
        }

        private void endLine() {
            emptyLines += length == 0 && headerSeen ? 1 : 0;
            headerSeen = true;
            begin();
        }

        private void begin() {
            length = 0;
            atFieldStart = true;
            inQuotes = false;
            afterQuote = false;
            skipping = false;
        }
    }
}
