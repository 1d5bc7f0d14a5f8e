package io.billingcenter.readers.files.traffic;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Decompresses concatenated Zstandard frames to the end of the file. {@link com.github.luben.zstd.ZstdInputStream}
 * accepts a file that ends inside a frame if the previous frame ended in the same block; here it is an error.
 */
final class ZstdFrames extends InputStream {

    private static final int BLOCK_BYTES = 1 << 16;

    private final InputStream compressed;
    private final ZstdDecompressCtx decompression = new ZstdDecompressCtx();
    private final byte[] block = new byte[BLOCK_BYTES];
    private final ByteBuffer input = ByteBuffer.allocateDirect(BLOCK_BYTES).limit(0);
    private final ByteBuffer output = ByteBuffer.allocateDirect(BLOCK_BYTES).limit(0);
    private boolean inFrame = true;

    ZstdFrames(InputStream compressed) {
        this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!output.hasRemaining()) {
            boolean ended = !input.hasRemaining() && !fill();
            if (ended && !inFrame) {
                return -1;
            }
            decompress();
            if (ended && !output.hasRemaining()) {
                throw new EOFException("end of the file inside a zstd frame");
            }
        }
        int taken = Math.min(length, output.remaining());
        output.get(target, offset, taken);
        return taken;
    }

    @Override
    public void close() throws IOException {
        decompression.close();
        compressed.close();
    }

    private void decompress() throws IOException {
        output.clear();
        try {
            inFrame = !decompression.decompressDirectByteBufferStream(output, input);
        } catch (ZstdException e) {
            throw new IOException("corrupt zstd data", e);
        }
        output.flip();
    }

    private boolean fill() throws IOException {
        int read = compressed.read(block, 0, block.length);
        if (read <= 0) {
            return false;
        }
        input.clear().put(block, 0, read).flip();
        return true;
    }
}
