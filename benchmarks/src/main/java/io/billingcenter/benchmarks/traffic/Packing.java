package io.billingcenter.benchmarks.traffic;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** The compression of traffic files. */
public enum Packing {
    /** Uncompressed. */
    CSV(".csv") {
        @Override
        OutputStream pack(OutputStream file) {
            return file;
        }
    },
    /** One gzip member. */
    GZ(".csv.gz") {
        @Override
        OutputStream pack(OutputStream file) throws IOException {
            return new GZIPOutputStream(file, PACK_BYTES);
        }
    },
    /** One Zstandard frame. */
    ZST(".csv.zst") {
        @Override
        OutputStream pack(OutputStream file) throws IOException {
            return new ZstdOutputStream(file);
        }
    };

    private static final int PACK_BYTES = 1 << 16;

    private final String ending;

    Packing(String ending) {
        this.ending = ending;
    }

    /** Returns the extension of file names. */
    String ending() {
        return ending;
    }

    abstract OutputStream pack(OutputStream file) throws IOException;
}
