package io.billingcenter.remote.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.Set;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** File operations of a test server that fail when they are told to: after some written bytes, or at a rename. */
public final class FaultySftpAccess implements SftpFileSystemAccessor {

    private static final long NEVER = -1;

    private volatile long bytesLeft = NEVER;
    private volatile boolean disk;
    private volatile boolean afterRename;
    private volatile Runnable cut = () -> {};

    /** Ends the sessions once that many bytes have been written. */
    public void cutAfter(long bytes, Runnable ending) {
        disk = false;
        cut = ending;
        bytesLeft = bytes;
    }

    /** Reports a full disk once that many bytes have been written. */
    public void fullAfter(long bytes) {
        disk = true;
        bytesLeft = bytes;
    }

    /** Ends the sessions after the next rename, before it is answered. */
    public void cutAfterRename(Runnable ending) {
        cut = ending;
        afterRename = true;
    }

    /** Lets everything work again. */
    public void heal() {
        bytesLeft = NEVER;
        disk = false;
        afterRename = false;
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        SeekableByteChannel channel =
                SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options, attributes);
        return options.contains(StandardOpenOption.WRITE) ? new FaultyChannel(channel) : channel;
    }

    @Override
    public void syncFileData(SftpSubsystemProxy subsystem, FileHandle handle, Path file, String name, Channel channel)
            throws IOException {
        Channel written = channel instanceof FaultyChannel faulty ? faulty.channel : channel;
        SftpFileSystemAccessor.super.syncFileData(subsystem, handle, file, name, written);
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options);
        if (afterRename) {
            afterRename = false;
            cut.run();
        }
    }

    private final class FaultyChannel implements SeekableByteChannel {

        private final SeekableByteChannel channel;

        private FaultyChannel(SeekableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (bytesLeft == NEVER) {
                return channel.write(source);
            }
            int length = (int) Math.min(bytesLeft, source.remaining());
            ByteBuffer part = source.duplicate();
            part.limit(part.position() + length);
            while (part.hasRemaining()) {
                channel.write(part);
            }
            bytesLeft -= length;
            if (length == source.remaining()) {
                source.position(source.limit());
                return length;
            }
            if (disk) {
                throw new IOException("No space left on device");
            }
            bytesLeft = NEVER;
            cut.run();
            throw new IOException("the session was cut");
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return channel.read(target);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
