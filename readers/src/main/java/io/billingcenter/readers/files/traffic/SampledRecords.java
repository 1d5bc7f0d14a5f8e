package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.RecordEstimate;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;

/**
 * Estimates the records of a workspace-day from samples of its files: some hundred kilobytes at the beginning and in
 * the middle of each, or the beginning of the decompressed text for a compressed file. The denser sample counts, so
 * that tables are planned too large rather than too small.
 */
public final class SampledRecords implements RecordEstimate {

    private static final int SAMPLE_BYTES = 1 << 18;
    private static final long MOST_TEXT_BYTES = 1L << 25;
    private static final int BLOCK_BYTES = 1 << 16;

    /** The number of files that are sampled; the files after them are assumed to be similar. */
    private static final int MAX_FILES = 50;

    private final TrafficFolder folder;

    /**
     * The lines in a number of bytes of a file.
     *
     * @param lines line feeds, and a last line without one
     * @param bytes bytes of the file that contain them
     */
    private record Sample(long lines, long bytes) {

        /** Returns the number of lines of a file of that size at this density, rounded up. */
        long linesOf(long fileBytes) {
            if (bytes == 0) {
                return 0;
            }
            BigInteger product = BigInteger.valueOf(lines).multiply(BigInteger.valueOf(fileBytes));
            return product.divide(BigInteger.valueOf(bytes)).longValueExact() + 1;
        }
    }

    /** Creates an estimate for files of that folder. */
    public SampledRecords(TrafficFolder folder) {
        this.folder = folder;
    }

    @Override
    public OptionalLong recordsOf(ListedTask task) {
        Path dayFolder = folder.folderOf(task.workspaceDay());
        long sampledBytes = 0;
        long records = 0;
        try {
            for (ListedFile listed : task.files().stream().limit(MAX_FILES).toList()) {
                records = Math.addExact(records, recordsOf(TrafficFile.at(dayFolder.resolve(listed.name()))));
                sampledBytes += listed.sizeBytes();
            }
        } catch (IOException | IllegalArgumentException e) {
            return OptionalLong.empty();
        }
        long left = task.sizeBytes() - sampledBytes;
        return OptionalLong.of(left == 0 ? records : records + new Sample(records, sampledBytes).linesOf(left));
    }

    /** Returns about how many records a file has; slightly too many because of its header. */
    static long recordsOf(TrafficFile file) throws IOException {
        BasicFileAttributes attributes = file.attributes();
        long size = attributes.size();
        if (file.isCompressed()) {
            return compressed(file, attributes).linesOf(size);
        }
        long records = plain(file, attributes, 0).linesOf(size);
        return size <= 2 * SAMPLE_BYTES
                ? records
                : Math.max(records, plain(file, attributes, size / 2).linesOf(size));
    }

    private static Sample plain(TrafficFile file, BasicFileAttributes attributes, long from) throws IOException {
        try (InputStream text = file.raw(attributes)) {
            text.skipNBytes(from);
            byte[] sample = text.readNBytes(SAMPLE_BYTES);
            return new Sample(feeds(sample, sample.length) + 1, sample.length);
        }
    }

    private static Sample compressed(TrafficFile file, BasicFileAttributes attributes) throws IOException {
        CountedStream raw = new CountedStream(file.raw(attributes));
        byte[] block = new byte[BLOCK_BYTES];
        long lines = 1;
        long textBytes = 0;
        try (InputStream text = file.compression().decompressed(raw)) {
            int read = 0;
            while (read >= 0 && textBytes < MOST_TEXT_BYTES && (textBytes < SAMPLE_BYTES || raw.bytes < SAMPLE_BYTES)) {
                read = text.read(block);
                lines += feeds(block, Math.max(read, 0));
                textBytes += Math.max(read, 0);
            }
        }
        return new Sample(lines, raw.bytes);
    }

    private static long feeds(byte[] text, int length) {
        long feeds = 0;
        for (int index = 0; index < length; index++) {
            feeds += text[index] == '\n' ? 1 : 0;
        }
        return feeds;
    }

    /** Counts the bytes that a decompressor consumes. */
    private static final class CountedStream extends FilterInputStream {

        private long bytes;

        CountedStream(InputStream source) {
            super(source);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] block, int offset, int length) throws IOException {
            int read = super.read(block, offset, length);
            bytes += Math.max(read, 0);
            return read;
        }
    }
}
