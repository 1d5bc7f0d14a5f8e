package io.billingcenter.writers.channels.sftp;

import io.billingcenter.writers.channels.OtherContentException;
import io.billingcenter.writers.channels.ParcelFile;
import io.billingcenter.writers.channels.sftp.SftpChannel.SftpRules;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/** Uploads files in a session. A file that is there is compared; one that was begun is continued. */
final class SftpUpload {

    private static final int BLOCK = 32 * 1024;

    private static final Set<Integer> MAY_EXIST =
            Set.of(SftpConstants.SSH_FX_FAILURE, SftpConstants.SSH_FX_FILE_ALREADY_EXISTS);

    private final SftpClient sftp;
    private final SftpRules rules;

    SftpUpload(SftpClient sftp, SftpRules rules) {
        this.sftp = sftp;
        this.rules = rules;
    }

    /** Creates a folder if it does not exist; the one above it has to. */
    void createFolder(String folder) throws IOException {
        if (stat(folder) != null) {
            return;
        }
        try {
            sftp.mkdir(folder);
        } catch (SftpException e) {
            // Another program may have created it meanwhile.
            if (!MAY_EXIST.contains(e.getStatus()) || stat(folder) == null) {
                throw e;
            }
        }
    }

    /**
     * Uploads a file unless it is there.
     *
     * @throws OtherContentException if there is a file of that name with other content
     */
    void put(ParcelFile file, String place) throws IOException {
        Attributes there = stat(place);
        if (there != null && (rules.renames() || there.getSize() >= file.bytes())) {
            requireSame(file, place, there.getSize());
            return;
        }
        String written = rules.renames() ? partOf(place) : place;
        write(file, written);
        if (rules.renames()) {
            rename(file, written, place);
        }
    }

    private static String partOf(String place) {
        int name = place.lastIndexOf('/') + 1;
        return place.substring(0, name) + "." + place.substring(name) + ".part";
    }

    private void write(ParcelFile file, String written) throws IOException {
        long begun = begun(file, written);
        try (CloseableHandle handle = sftp.open(
                        written,
                        begun < 0
                                ? EnumSet.of(OpenMode.Create, OpenMode.Write, OpenMode.Exclusive)
                                : EnumSet.of(OpenMode.Write));
                InputStream input = file.openAt(Math.max(begun, 0))) {
            long offset = Math.max(begun, 0);
            byte[] block = new byte[BLOCK];
            for (int read = input.readNBytes(block, 0, BLOCK); read > 0; read = input.readNBytes(block, 0, BLOCK)) {
                sftp.write(handle, offset, block, 0, read);
                offset += read;
            }
            OpenSSHFsyncExtension fsync = sftp.getExtension(OpenSSHFsyncExtension.class);
            if (fsync != null && fsync.isSupported()) {
                fsync.fsync(handle);
            }
        }
        requireWritten(file, written);
    }

    /** Returns the number of bytes that an earlier attempt has written; -1 if there is no file to go on with. */
    private long begun(ParcelFile file, String written) throws IOException {
        Attributes part = stat(written);
        if (part == null) {
            return -1;
        }
        long bytes = part.getSize();
        boolean same = bytes <= file.bytes()
                && (rules.readsBack()
                        ? digest(written, bytes).equals(file.sha256OfFirst(bytes))
                        : !rules.renames() && bytes == 0);
        if (same) {
            return bytes;
        }
        if (!rules.renames()) {
            throw new OtherContentException(written, file.sha256(), bytes + " other bytes");
        }
        sftp.remove(written);
        return -1;
    }

    private void requireWritten(ParcelFile file, String written) throws IOException {
        Attributes now = stat(written);
        long bytes = now == null ? -1 : now.getSize();
        if (bytes != file.bytes()) {
            throw new IOException("Expected " + file.bytes() + " bytes in " + written + ", found " + bytes);
        }
        String found = rules.readsBack() ? digest(written, bytes) : file.sha256();
        if (!found.equals(file.sha256())) {
            sftp.remove(written);
            throw new IOException("Expected SHA-256 " + file.sha256() + " in " + written + ", found " + found);
        }
    }

    /** A plain rename: unlike that of a common extension, it does not replace a file. */
    private void rename(ParcelFile file, String written, String place) throws IOException {
        try {
            sftp.rename(written, place);
        } catch (SftpException e) {
            Attributes there = MAY_EXIST.contains(e.getStatus()) ? stat(place) : null;
            if (there == null) {
                throw e;
            }
            requireSame(file, place, there.getSize());
            sftp.remove(written);
        }
    }

    private void requireSame(ParcelFile file, String place, long bytes) throws IOException {
        String found =
                bytes == file.bytes() ? rules.readsBack() ? digest(place, bytes) : file.sha256() : bytes + " bytes";
        if (!found.equals(file.sha256())) {
            throw new OtherContentException(place, file.sha256(), found);
        }
    }

    private String digest(String place, long bytes) throws IOException {
        try (InputStream input = sftp.read(place)) {
            return ParcelFile.sha256(input, bytes);
        }
    }

    private @Nullable Attributes stat(String place) throws IOException {
        try {
            return sftp.stat(place);
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
                    || e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH) {
                return null;
            }
            throw e;
        }
    }
}
