package io.billingcenter.readers.traffic;

import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.domain.usage.TrafficRecord;
import io.billingcenter.domain.usage.WorkspaceDayFold;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Folds the records of traffic logs without an object for any of them: well-formed lines of plain ASCII without quotes
 * are read here, eight bytes at a time, and every other record, good or bad, is left to {@link CsvRecords}. A method for
 * a column takes the index where the column begins and returns the index where the next one begins, or {@link #OTHER}.
 */
final class FastRecords {

    /** The line is not one that is read here. */
    private static final int OTHER = -1;

    private static final int UUID_LENGTH = 36;

    private static final KindTable KINDS = KindTable.ALL;

    private final WorkspaceDayFold fold;
    private final boolean countsEntities;
    private final CsvRecords plain;
    private final InstantColumn time;
    private final SubjectCodes subjects;
    private final SubjectCodes causes;
    private final Xxh3 hash = new Xxh3();
    private final HexWords uuid = new HexWords();
    private final int workspaceLength;
    private final long[] workspaceWords;
    private final long[] workspaceMasks;
    private final BatchFolding folding;
    private long number;
    private long slowRecords;

    FastRecords(WorkspaceDayFold fold) {
        this(fold, BatchFolding.atOnce(fold));
    }

    /** Records that are folded where the folding says; it is the caller's to be closed. */
    FastRecords(WorkspaceDayFold fold, BatchFolding folding) {
        this.folding = folding;
        this.fold = fold;
        this.countsEntities = fold.countsEntities();
        this.plain = new CsvRecords(fold);
        this.time = new InstantColumn(fold.terms().span());
        this.subjects = SubjectCodes.ofAny(fold.subjects());
        this.causes = SubjectCodes.ofCauses(fold.subjects());
        String value = fold.workspaceDay().workspace().value();
        byte[] workspace = (value + ",").getBytes(StandardCharsets.US_ASCII);
        this.workspaceLength = workspace.length;
        this.workspaceWords = new long[(workspaceLength + Long.BYTES - 1) / Long.BYTES];
        this.workspaceMasks = new long[workspaceWords.length];
        byte[] padded = Arrays.copyOf(workspace, workspaceLength + Long.BYTES);
        for (int word = 0; word < workspaceWords.length; word++) {
            workspaceWords[word] = Words.at(padded, word * Long.BYTES);
            workspaceMasks[word] = Words.lowest(workspaceLength - word * Long.BYTES);
        }
    }

    /** Folds the records of a file. */
    void fold(InputStream text, int blockBytes, String file) throws IOException {
        RecordSplitter records = RecordSplitter.ofCsv(text, blockBytes, folding::array);
        if (!plain.begin(records, file)) {
            return;
        }
        while (true) {
            foldLines(records, file);
            folding.finish();
            if (!records.next()) {
                return;
            }
            slowRecords++;
            plain.take(records, file);
        }
    }

    /** How many records were left to {@link CsvRecords}. */
    long slowRecords() {
        return slowRecords;
    }

    /** Folds lines as long as they are read here. */
    private void foldLines(RecordSplitter records, String file) throws IOException {
        RecordBatch batch = folding.first();
        boolean read = true;
        while (read && records.holdsLine()) {
            byte[] bytes = records.bytes();
            int endOfLines = records.endOfLines();
            int at = records.position();
            long line = records.nextLine();
            batch.startAt(bytes, records.nextOffset() - at, file);
            while (read && !batch.isFull() && at < endOfLines) {
                int end = read(bytes, at, batch.next());
                if (end != OTHER) {
                    batch.add(at, end, line);
                    line++;
                    at = end + (bytes[end] == '\r' ? 2 : 1);
                } else if (bytes[at] == '\n') {
                    line++;
                    at++;
                } else {
                    read = false;
                }
            }
            records.goOnAt(at, line);
            if (!batch.isEmpty()) {
                batch = folding.fold(batch);
            }
        }
    }

    /** Fills the record from the line; its end without the line end, or {@link #OTHER}. */
    private int read(byte[] bytes, int start, TrafficRecord record) {
        int timeAt = recordId(bytes, start, record);
        int at = timeAt == OTHER ? OTHER : time.read(bytes, timeAt);
        at = at == OTHER ? OTHER : workspace(bytes, at);
        if (at == OTHER) {
            return OTHER;
        }
        int slot = KINDS.slotAt(bytes, at);
        if (slot == KindTable.NONE) {
            return OTHER;
        }
        TrafficKind kind = KINDS.kind(slot);
        record.kind = kind;
        record.hour = time.hour();
        int subject = at + KINDS.length(slot) + 1;
        int entity = text(bytes, subject);
        int count = entity == OTHER ? OTHER : text(bytes, entity);
        int end = count == OTHER ? OTHER : numbers(bytes, count, slot, record);
        if (end == OTHER || end - start > RecordSplitter.LONGEST_RECORD_BYTES) {
            return OTHER;
        }
        if (fold.ownsId(record.idHigh, record.idLow)) {
            hash.hash(bytes, timeAt, end);
            record.contentHigh = hash.high();
            record.contentLow = hash.low();
        }
        if (KINDS.isPlain(slot)) {
            record.subject = 0;
            record.entityHigh = 0;
            record.entityLow = 0;
            return end;
        }
        return subject(bytes, subject, entity - 1, record) && entity(bytes, subject, entity, count - 1, record)
                ? end
                : OTHER;
    }

    private int recordId(byte[] bytes, int at, TrafficRecord record) {
        if (bytes[at + UUID_LENGTH] == ',' && uuid.read(bytes, at)) {
            record.idHigh = uuid.high();
            record.idLow = uuid.low();
            return at + UUID_LENGTH + 1;
        }
        return otherId(bytes, at, record);
    }

    private int otherId(byte[] bytes, int at, TrafficRecord record) {
        int end = Words.endOfText(bytes, at);
        if (bytes[end] != ',' || !RecordRules.isRecordId(bytes, at, end)) {
            return OTHER;
        }
        hash.hash(bytes, at, end);
        record.idHigh = hash.high();
        record.idLow = hash.low();
        return end + 1;
    }

    private int workspace(byte[] bytes, int at) {
        long different = 0;
        for (int word = 0; word < workspaceWords.length; word++) {
            different |= (Words.at(bytes, at + word * Long.BYTES) ^ workspaceWords[word]) & workspaceMasks[word];
        }
        return different == 0 ? at + workspaceLength : OTHER;
    }

    private static int text(byte[] bytes, int at) {
        int end = Words.endOfText(bytes, at);
        return bytes[end] == ',' ? end + 1 : OTHER;
    }

    /**
     * Reads count, bytes and seconds; the end of the record, its line end not included. Faults are gathered and looked at
     * once, since which columns are empty is hard to foresee.
     */
    private int numbers(byte[] bytes, int count, int slot, TrafficRecord record) {
        int countEnd = number(bytes, count);
        record.count = countEnd == count ? 1 : number;
        long negative = record.count - 1;
        int size = countEnd + 1;
        int sizeEnd = number(bytes, size);
        record.bytes = number & KINDS.bytesMask(slot);
        long empty = KINDS.bytesMask(slot) & emptyMask(size, sizeEnd);
        negative |= number;
        int seconds = sizeEnd + 1;
        int end = number(bytes, seconds);
        record.seconds = number & KINDS.secondsMask(slot);
        empty |= KINDS.secondsMask(slot) & emptyMask(seconds, end);
        negative |= number;
        long faults = negative >> (Long.SIZE - 1) | empty | bytes[countEnd] ^ ',' | bytes[sizeEnd] ^ ',';
        boolean lineEnds = bytes[end] == '\n' || bytes[end] == '\r' && bytes[end + 1] == '\n';
        return faults == 0 && lineEnds ? end : OTHER;
    }

    /** All bits when the range is empty, else none. */
    private static long emptyMask(int from, int to) {
        return (long) (to - from) - 1 >> (Long.SIZE - 1);
    }

    /** Reads digits into {@link #number}: 0 when there are none, negative when out of range; the index behind them. */
    private int number(byte[] bytes, int at) {
        long digits = Words.at(bytes, at) ^ Words.ZEROS;
        long ends = Words.notDigits(digits);
        if (ends == 0) {
            return longNumber(bytes, at);
        }
        int length = Words.first(ends);
        digits = digits << Byte.SIZE << (Long.SIZE - Byte.SIZE - length * Byte.SIZE);
        digits = digits * 10 + (digits >>> 8) & 0x00FF_00FF_00FF_00FFL;
        digits = digits * 100 + (digits >>> 16) & 0x0000_FFFF_0000_FFFFL;
        number = digits * 10_000 + (digits >>> 32) & 0xFFFF_FFFFL;
        return at + length;
    }

    private int longNumber(byte[] bytes, int at) {
        int end = at + Long.BYTES;
        while (bytes[end] >= '0' && bytes[end] <= '9') {
            end++;
        }
        number = WholeNumber.parse(bytes, at, end);
        return end;
    }

    private boolean subject(byte[] bytes, int from, int to, TrafficRecord record) {
        TrafficKind kind = record.kind;
        record.subject = 0;
        if (!RecordRules.isDecidedBySubject(kind)) {
            return true;
        }
        record.subject = (kind == TrafficKind.TRIGGER ? causes : subjects).codeOf(bytes, from, to);
        return record.subject != SubjectCodes.NOT_ALLOWED;
    }

    private boolean entity(byte[] bytes, int subject, int from, int to, TrafficRecord record) {
        TrafficKind kind = record.kind;
        record.entityHigh = 0;
        record.entityLow = 0;
        if (!kind.needsEntity()) {
            return true;
        }
        if (countsEntities) {
            hash.hash(bytes, kind == TrafficKind.METRIC ? subject : from, to);
            record.entityHigh = hash.high();
            record.entityLow = hash.low();
        }
        return from < to;
    }
}
