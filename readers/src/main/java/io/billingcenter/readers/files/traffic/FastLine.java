package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.TrafficKind;
import io.billingcenter.domain.usage.TrafficRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Parses well-formed lines of plain ASCII without quotes, eight bytes at a time and without creating a
 * string per line. A method for a column takes the index where the column begins and returns the index where the next one begins,
 * or {@link #OTHER}. Not thread-safe.
 */
final class FastLine {

    /** The line needs the plain rules. */
    private static final int OTHER = -1;

    private static final int UUID_LENGTH = 36;

    private final boolean tracksIds;
    private final Slice slice;
    private final InstantColumn time;
    private final SubjectCodes subjects;
    private final SubjectCodes causes;
    private final Fingerprints hash = new Fingerprints();
    private final SwarUuid uuid = new SwarUuid();
    private final LineEndings ends = new LineEndings();
    private final int workspaceLength;
    private final long[] workspaceWords;
    private final long[] workspaceMasks;

    /**
     * Creates a parser of lines of the workspace-day.
     *
     * @param slice the slice whose record ids need a content hash: that of the fold, or that of all folds that share
     *     the records
     */
    FastLine(WorkspaceDayFold fold, Slice slice) {
        this.tracksIds = fold.tracksIds();
        this.slice = slice;
        this.time = new InstantColumn(fold.terms().span());
        this.subjects = SubjectCodes.ofAny(fold.subjects());
        this.causes = SubjectCodes.ofCauses(fold.subjects());
        String value = fold.workspaceDay().workspace().value();
        byte[] workspace = (value + ",").getBytes(StandardCharsets.US_ASCII);
        this.workspaceLength = workspace.length;
        this.workspaceWords = new long[Math.max(2, (workspaceLength + Long.BYTES - 1) / Long.BYTES)];
        this.workspaceMasks = new long[workspaceWords.length];
        byte[] padded = Arrays.copyOf(workspace, workspaceLength + 2 * Long.BYTES);
        for (int word = 0; word < workspaceWords.length; word++) {
            workspaceWords[word] = SwarBytes.at(padded, word * Long.BYTES);
            workspaceMasks[word] = SwarBytes.lowest(workspaceLength - word * Long.BYTES);
        }
    }

    /** Parses lines into the batch until the batch is full, no line is left, or the next line needs the plain rules. */
    void read(UnparsedLines lines, RecordBatch batch) {
        byte[] bytes = batch.bytes();
        int endOfLines = lines.end();
        int at = lines.start();
        long number = lines.number();
        boolean read = true;
        while (read && !batch.isFull() && at < endOfLines) {
            int end = read(bytes, at, batch.next());
            if (end != OTHER) {
                batch.add(at, end, number);
                number++;
                at = end + (bytes[end] == '\r' ? 2 : 1);
            } else if (bytes[at] == '\n') {
                number++;
                at++;
            } else {
                read = false;
            }
        }
        lines.resumeAt(at, number);
    }

    /**
     * Fills the record from the line; returns the index where the line ends, without its line end, or {@link #OTHER}.
     */
    private int read(byte[] bytes, int start, TrafficRecord record) {
        int timeAt = recordId(bytes, start, record);
        int at = timeAt == OTHER ? OTHER : time.read(bytes, timeAt);
        at = at == OTHER ? OTHER : workspace(bytes, at);
        int slot = at == OTHER ? KindLookup.NONE : KindLookup.slotAt(bytes, at);
        if (slot == KindLookup.NONE || !ends.find(bytes, at) || !numbers(bytes, slot, record)) {
            return OTHER;
        }
        record.kind = KindLookup.kind(slot);
        record.hour = time.hour();
        int end = ends.line();
        if (end - start > RecordSplitter.MAX_RECORD_BYTES) {
            return OTHER;
        }
        if (tracksIds && slice.owns(record.idHigh, record.idLow)) {
            hash.ofBytes(bytes, timeAt, end);
            record.contentHigh = hash.high();
            record.contentLow = hash.low();
        }
        record.subject = 0;
        record.entityHigh = 0;
        record.entityLow = 0;
        int subject = at + KindLookup.length(slot) + 1;
        return KindLookup.isPlain(slot) || subject(bytes, subject, slot, record) && entity(bytes, subject, slot, record)
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
        int end = SwarBytes.endOfText(bytes, at);
        if (bytes[end] != ',' || !RecordRules.isRecordId(bytes, at, end)) {
            return OTHER;
        }
        hash.ofBytes(bytes, at, end);
        record.idHigh = hash.high();
        record.idLow = hash.low();
        return end + 1;
    }

    private int workspace(byte[] bytes, int at) {
        long different = (SwarBytes.at(bytes, at) ^ workspaceWords[0]) & workspaceMasks[0]
                | (SwarBytes.at(bytes, at + Long.BYTES) ^ workspaceWords[1]) & workspaceMasks[1];
        for (int word = 2; word < workspaceWords.length; word++) {
            different |= (SwarBytes.at(bytes, at + word * Long.BYTES) ^ workspaceWords[word]) & workspaceMasks[word];
        }
        return different == 0 ? at + workspaceLength : OTHER;
    }

    /**
     * Parses count, bytes and seconds. Faults are combined and tested once, because a branch on which columns are empty
     * would be mispredicted.
     */
    private boolean numbers(byte[] bytes, int slot, TrafficRecord record) {
        int countEnd = ends.count();
        int bytesEnd = ends.bytes();
        int end = ends.line();
        int countLength = countEnd - ends.entity() - 1;
        int bytesLength = bytesEnd - countEnd - 1;
        int secondsLength = end - bytesEnd - 1;
        if ((countLength | bytesLength | secondsLength) > WholeNumber.MAX_DIGITS_IN_WORD) {
            return longNumbers(bytes, slot, record);
        }
        long count = WholeNumber.word(bytes, countEnd - countLength, countLength);
        long size = WholeNumber.word(bytes, bytesEnd - bytesLength, bytesLength);
        long seconds = WholeNumber.word(bytes, end - secondsLength, secondsLength);
        long faults = SwarBytes.notDigits(count) | SwarBytes.notDigits(size) | SwarBytes.notDigits(seconds);
        long bytesMask = KindLookup.bytesMask(slot);
        long secondsMask = KindLookup.secondsMask(slot);
        long empty = bytesMask & bytesLength - 1 | secondsMask & secondsLength - 1;
        record.count = WholeNumber.ofWord(count) - (countLength - 1 >> Integer.SIZE - 1);
        record.bytes = WholeNumber.ofWord(size) & bytesMask;
        record.seconds = WholeNumber.ofWord(seconds) & secondsMask;
        return (faults | (empty | record.count - 1) & Long.MIN_VALUE) == 0;
    }

    private boolean longNumbers(byte[] bytes, int slot, TrafficRecord record) {
        long count = longNumber(bytes, ends.entity() + 1, ends.count(), 1);
        long size = longNumber(bytes, ends.count() + 1, ends.bytes(), KindLookup.bytesMask(slot));
        long seconds = longNumber(bytes, ends.bytes() + 1, ends.line(), KindLookup.secondsMask(slot));
        record.count = count;
        record.bytes = size & KindLookup.bytesMask(slot);
        record.seconds = seconds & KindLookup.secondsMask(slot);
        return count > 0 && size >= 0 && seconds >= 0;
    }

    private static long longNumber(byte[] bytes, int from, int to, long whenEmpty) {
        return from == to ? whenEmpty : WholeNumber.parse(bytes, from, to);
    }

    private boolean subject(byte[] bytes, int from, int slot, TrafficRecord record) {
        if (KindLookup.isDecidedBySubject(slot)) {
            SubjectCodes codes = record.kind == TrafficKind.TRIGGER ? causes : subjects;
            record.subject = codes.codeOf(bytes, from, ends.subject());
        }
        return record.subject != SubjectCodes.NOT_ALLOWED;
    }

    private boolean entity(byte[] bytes, int subject, int slot, TrafficRecord record) {
        if (!KindLookup.needsEntity(slot)) {
            return true;
        }
        int from = ends.subject() + 1;
        if (tracksIds) {
            hash.ofBytes(bytes, record.kind == TrafficKind.METRIC ? subject : from, ends.entity());
            record.entityHigh = hash.high();
            record.entityLow = hash.low();
        }
        return from < ends.entity();
    }
}
