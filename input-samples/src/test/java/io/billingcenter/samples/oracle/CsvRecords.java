package io.billingcenter.samples.oracle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the bytes of a CSV file into records, one byte at a time (interpretation B2). */
final class CsvRecords {

    /** The largest record. */
    private static final int LIMIT = 1 << 20;

    /** A record, the physical line on which it begins, and its fault, which is empty for a good one. */
    record Row(int line, String fault, List<String> cells) {}

    private enum Place {
        START_OF_FIELD,
        PLAIN_FIELD,
        QUOTED_FIELD,
        BEHIND_QUOTE
    }

    private final byte[] bytes;
    private int at;
    private int line;
    private Place place = Place.START_OF_FIELD;
    private boolean malformed;
    private List<byte[]> cells = new ArrayList<>();
    private ByteArrayOutputStream cell = new ByteArrayOutputStream();

    private CsvRecords(byte[] bytes, int from, int line) {
        this.bytes = bytes;
        this.at = from;
        this.line = line;
    }

    /** The records from a position on, which is the beginning of that line; empty lines are none. */
    static List<Row> read(byte[] bytes, int from, int line) {
        CsvRecords reading = new CsvRecords(bytes, from, line);
        List<Row> rows = new ArrayList<>();
        while (reading.at < bytes.length) {
            int start = reading.at;
            Row row = reading.next();
            String text = new String(bytes, start, reading.at - start, StandardCharsets.ISO_8859_1);
            if (!text.equals("\n") && !text.equals("\r\n")) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row next() {
        int start = at;
        int first = line;
        place = Place.START_OF_FIELD;
        malformed = false;
        cells = new ArrayList<>();
        cell = new ByteArrayOutputStream();
        boolean ended = false;
        while (!ended && at < bytes.length) {
            if (at - start > LIMIT) {
                skipLine();
                return new Row(first, "malformed", List.of());
            }
            ended = take(bytes[at++]);
        }
        cells.add(cell.toByteArray());
        malformed |= place == Place.QUOTED_FIELD;
        return row(start, first);
    }

    private void skipLine() {
        while (at < bytes.length && bytes[at++] != '\n') {
            // A record that is too long ends with its physical line, whatever quotes are open.
        }
        line++;
    }

    /** Takes one byte; the result is true for the line feed that ends the record. */
    private boolean take(byte next) {
        line += next == '\n' ? 1 : 0;
        malformed |= next == 0;
        if (place == Place.QUOTED_FIELD) {
            if (next == '"') {
                place = Place.BEHIND_QUOTE;
            } else {
                cell.write(next);
            }
        } else if (place == Place.BEHIND_QUOTE && next == '"') {
            cell.write(next);
            place = Place.QUOTED_FIELD;
        } else if (next == '\n') {
            return true;
        } else if (next == ',') {
            cells.add(cell.toByteArray());
            cell = new ByteArrayOutputStream();
            place = Place.START_OF_FIELD;
        } else if (next == '"' && place == Place.START_OF_FIELD) {
            place = Place.QUOTED_FIELD;
        } else if (next != '\r' || at == bytes.length || bytes[at] != '\n') {
            malformed |= next == '"' || next == '\r' || place == Place.BEHIND_QUOTE;
            place = Place.PLAIN_FIELD;
            cell.write(next);
        }
        return false;
    }

    private Row row(int start, int first) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Arrays.copyOfRange(bytes, start, at)));
        } catch (CharacterCodingException e) {
            return new Row(first, "unreadable_text", List.of());
        }
        List<String> texts = cells.stream()
                .map(any -> new String(any, StandardCharsets.UTF_8))
                .toList();
        return new Row(first, malformed ? "malformed" : "", texts);
    }
}
