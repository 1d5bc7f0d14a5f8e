package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.FoldTables;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.MeteringTerms;
import io.billingcenter.domain.metering.fold.RejectionSink;
import io.billingcenter.domain.metering.fold.TablesFullException;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reader with the same result as {@link PlainTrafficReader} for every input, but without a string for each record:
 * see {@link FastRecords}. Compressed files are decompressed once, in a thread of their own. If one proves to be
 * unreadable, the workspace-day is read again, with its files verified first. It holds a few MB at a time, and the
 * tables of the fold, which are reused for the next workspace-day.
 */
public final class FastTrafficReader implements TrafficReader {

    /**
     * The resources that a reader may use; no result depends on them.
     *
     * @param tableBytes memory in bytes for the tables of a workspace-day; one that needs more ends with
     *     {@link TablesFullException}
     * @param threads number of threads that read and fold a workspace-day together, each with its share of the memory
     */
    public record Resources(long tableBytes, int threads) {

        /** Unlimited memory and one thread. */
        public static final Resources ONE_THREAD = new Resources(Long.MAX_VALUE, 1);
    }

    /**
     * A file of the workspace-day.
     *
     * @param unreadable the reason why it cannot be read, if known
     */
    private record FileToRead(TrafficFile file, @Nullable String unreadable) {

        boolean mayProveBroken() {
            return unreadable == null && file.isCompressed();
        }
    }

    private static final int BLOCK_BYTES = 1 << 18;
    private static final int SMALLEST_BLOCK_BYTES = 1 << 12;
    private static final int TYPICAL_RECORD_BYTES = 100;
    private static final int READ_AHEAD_FROM_BYTES = 1 << 16;

    private final int blockBytes;
    private final FileAccess access;
    private final ReadingProgress progress;
    private final Supplier<List<FoldTables>> newTables;
    private List<FoldTables> tables;
    private long slowPathRecords;

    /** Creates a reader for any number of workspace-days, one after another. */
    public FastTrafficReader() {
        this(Resources.ONE_THREAD, new ReadingProgress());
    }

    /** Creates a reader with these resources, which reports its progress while it reads. */
    public FastTrafficReader(Resources resources, ReadingProgress progress) {
        this(FileAccess.RETRYING, resources, progress);
    }

    /** Creates a reader that accesses files through the given access. */
    public FastTrafficReader(FileAccess access, Resources resources, ReadingProgress progress) {
        this(BLOCK_BYTES, access, progress, () -> tablesFor(resources));
    }

    FastTrafficReader(int blockBytes) {
        this(blockBytes, Resources.ONE_THREAD, new ReadingProgress());
    }

    FastTrafficReader(int blockBytes, Resources resources, ReadingProgress progress) {
        this(blockBytes, FileAccess.RETRYING, progress, () -> tablesFor(resources));
    }

    private FastTrafficReader(
            int blockBytes, FileAccess access, ReadingProgress progress, Supplier<List<FoldTables>> newTables) {
        this.blockBytes = blockBytes;
        this.access = access;
        this.progress = progress;
        this.newTables = newTables;
        this.tables = newTables.get();
    }

    /**
     * Returns a reader that counts every record and no entities. It is wrong for billing and exists to measure the cost
     * of exactness.
     */
    public static FastTrafficReader ofSumsOnly() {
        return new FastTrafficReader(
                BLOCK_BYTES, FileAccess.RETRYING, new ReadingProgress(), () -> List.of(FoldTables.withoutTracking()));
    }

    /** Returns the number of records that took the plain rules since the reader was created; 0 for clean files. */
    public long slowPathRecords() {
        return slowPathRecords;
    }

    @Override
    public MeteredDay read(
            WorkspaceDay workspaceDay,
            List<Path> paths,
            Map<String, String> unreadable,
            MeteringTerms terms,
            RejectionSink quarantine)
            throws IOException {
        List<FileToRead> files = paths.stream()
                .map(path -> TrafficFile.at(path, access))
                .map(file -> new FileToRead(file, unreadable.get(file.name())))
                .toList();
        PendingRejections pending = new PendingRejections();
        if (files.stream().anyMatch(FileToRead::mayProveBroken)) {
            try {
                MeteredDay day = fold(workspaceDay, files, terms, pending, false);
                pending.release(quarantine);
                return day;
            } catch (UnreadableFileException e) {
                throw e;
            } catch (IOException | PendingRejections.TooManyException e) {
                // The fault may be in a file or in the disk; verifying the files tells which.
                pending.discard();
            }
        }
        return fold(workspaceDay, files, terms, quarantine, true);
    }

    private MeteredDay fold(
            WorkspaceDay workspaceDay,
            List<FileToRead> files,
            MeteringTerms terms,
            RejectionSink quarantine,
            boolean verify)
            throws IOException {
        DayFolding folding = tables.size() == 1
                ? new SequentialFold(new WorkspaceDayFold(workspaceDay, terms, quarantine, tables.get(0)))
                : new ParallelFold(workspaceDay, terms, quarantine, tables);
        ProgressCounter counted = new ProgressCounter(progress, folding::recordsOfFile);
        try (folding) {
            for (FileToRead file : files) {
                fold(file, folding, verify, counted);
            }
            slowPathRecords += folding.slowRecords();
            return folding.finish();
        } catch (IOException | RuntimeException e) {
            counted.rollBack();
            // The tables may be full. With several threads, that may be so even if another failure was reported.
            tables = newTables.get();
            throw e;
        }
    }

    private void fold(FileToRead toRead, DayFolding folding, boolean verify, ProgressCounter counted)
            throws IOException {
        TrafficFile file = toRead.file();
        folding.startFile(file.name());
        String known = toRead.unreadable();
        String defect = known == null && verify ? file.defect() : known;
        if (defect != null) {
            folding.reject(new RecordFault(RejectionReason.UNREADABLE_FILE, defect).ofFile(file.name()));
            counted.endFile(known == null ? file.attributes().size() : 0);
            return;
        }
        BasicFileAttributes attributes = file.attributes();
        long size = attributes.size();
        folding.expectRecords(size / TYPICAL_RECORD_BYTES);
        int block = (int) Math.min(blockBytes, Math.max(size + 1, SMALLEST_BLOCK_BYTES));
        try (InputStream text = open(file, attributes, counted)) {
            switch (file.content()) {
                case RECORDS -> folding.foldRecords(text, block, file.name());
                case METERING_ROWS -> folding.foldRows(RecordSplitter.ofLines(text, block), file.name());
            }
            if (file.isCompressed()) {
                // After a bad header no record is read, but an unreadable file takes precedence over a bad header.
                text.transferTo(OutputStream.nullOutputStream());
            }
        }
        counted.endFile(size);
    }

    private static List<FoldTables> tablesFor(Resources resources) {
        int threads = Math.max(1, resources.threads());
        return Stream.generate(() -> new FoldTables(resources.tableBytes() / threads))
                .limit(threads)
                .toList();
    }

    private static InputStream open(TrafficFile file, BasicFileAttributes attributes, ProgressCounter counted)
            throws IOException {
        InputStream text = file.compression().decompressed(counted.bytesOf(file.raw(attributes)));
        boolean ahead = file.isCompressed() && attributes.size() >= READ_AHEAD_FROM_BYTES;
        return counted.recordsOf(ahead ? ReadAhead.of(text, BLOCK_BYTES) : text);
    }
}
