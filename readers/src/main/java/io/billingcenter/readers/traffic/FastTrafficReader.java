package io.billingcenter.readers.traffic;

import io.billingcenter.domain.usage.MeteredDay;
import io.billingcenter.domain.usage.MeteringTerms;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.RejectionSink;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.domain.usage.WorkspaceDayFold;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Reads as {@link PlainTrafficReader} does, with the same result for every input, but without an object for a record: see
 * {@link FastRecords}. Compressed files are decompressed in a thread of their own, and only once: when one proves to be
 * unreadable, the workspace-day is read again, its files verified first. A few MB are held at a time.
 */
public final class FastTrafficReader implements TrafficReader {

    private static final int BLOCK_BYTES = 1 << 18;
    private static final int SMALLEST_BLOCK_BYTES = 1 << 12;
    private static final int TYPICAL_RECORD_BYTES = 100;
    private static final int READ_AHEAD_FROM_BYTES = 1 << 16;

    private final int blockBytes;
    private final ReadingProgress progress;
    private final LongAdder slowPathRecords = new LongAdder();

    /** A reader that can be used for any number of workspace-days, by several threads. */
    public FastTrafficReader() {
        this(BLOCK_BYTES);
    }

    /** The same, with what it reads counted while it reads. */
    public FastTrafficReader(ReadingProgress progress) {
        this(BLOCK_BYTES, progress);
    }

    FastTrafficReader(int blockBytes) {
        this(blockBytes, new ReadingProgress());
    }

    FastTrafficReader(int blockBytes, ReadingProgress progress) {
        this.blockBytes = blockBytes;
        this.progress = progress;
    }

    /** How many records this reader has left to the plain rules since it was made; none of a clean file. */
    public long slowPathRecords() {
        return slowPathRecords.sum();
    }

    @Override
    public MeteredDay read(WorkspaceDay workspaceDay, List<Path> paths, MeteringTerms terms, RejectionSink quarantine)
            throws IOException {
        List<TrafficFile> files = paths.stream().map(TrafficFile::at).toList();
        HeldRejections held = new HeldRejections();
        if (files.stream().anyMatch(TrafficFile::isCompressed)) {
            try {
                MeteredDay day = fold(files, new WorkspaceDayFold(workspaceDay, terms, held), false);
                held.release(quarantine);
                return day;
            } catch (IOException | HeldRejections.TooManyException e) {
                // Which file is at fault, or whether it is the disk, is found out by verifying the files.
                held.drop();
            }
        }
        return fold(files, new WorkspaceDayFold(workspaceDay, terms, quarantine), true);
    }

    private MeteredDay fold(List<TrafficFile> files, WorkspaceDayFold fold, boolean verify) throws IOException {
        CountedReading counted = new CountedReading(progress, fold);
        try {
            return fold(files, fold, verify, counted);
        } catch (IOException | RuntimeException e) {
            counted.takeBack();
            throw e;
        }
    }

    private MeteredDay fold(List<TrafficFile> files, WorkspaceDayFold fold, boolean verify, CountedReading counted)
            throws IOException {
        FastRecords records = new FastRecords(fold);
        MeteringRows rows = new MeteringRows(fold);
        for (TrafficFile file : files) {
            fold.startFile(file.name());
            String defect = verify ? file.defect() : null;
            if (defect != null) {
                fold.reject(new Fault(RejectionReason.UNREADABLE_FILE, defect).ofFile(file.name()));
                counted.endFile(Files.size(file.path()));
                continue;
            }
            long size = Files.size(file.path());
            fold.expectRecords(size / TYPICAL_RECORD_BYTES);
            int block = (int) Math.min(blockBytes, Math.max(size + 1, SMALLEST_BLOCK_BYTES));
            try (InputStream text = open(file, size, counted)) {
                switch (file.content()) {
                    case RECORDS -> records.fold(RecordSplitter.ofCsv(text, block), file.name());
                    case METERING_ROWS -> rows.fold(RecordSplitter.ofLines(text, block), file.name());
                }
                if (file.isCompressed()) {
                    // Behind a bad header nothing is read, but that a file is unreadable comes before that.
                    text.transferTo(OutputStream.nullOutputStream());
                }
            }
            counted.endFile(size);
        }
        slowPathRecords.add(records.slowRecords());
        return fold.finish();
    }

    private static InputStream open(TrafficFile file, long size, CountedReading counted) throws IOException {
        InputStream text = file.compression().decompressed(counted.bytesOf(Files.newInputStream(file.path())));
        boolean ahead = file.isCompressed() && size >= READ_AHEAD_FROM_BYTES;
        return counted.recordsOf(ahead ? ReadAhead.of(text, BLOCK_BYTES) : text);
    }
}
