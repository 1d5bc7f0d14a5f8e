package io.billingcenter.writers.channels.folder;

import io.billingcenter.domain.outbox.Outcome;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.writers.channels.Channel;
import io.billingcenter.writers.channels.OtherContentException;
import io.billingcenter.writers.channels.Parcel;
import io.billingcenter.writers.channels.ParcelFile;
import io.billingcenter.writers.files.DurableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;

/** Copies parcels into another folder, which has to exist: that of a mounted share, or of another program. */
public final class FolderChannel implements Channel {

    private final Path target;

    /** Creates a channel into a folder. */
    public FolderChannel(Path target) {
        this.target = target;
    }

    @Override
    public Outcome.Shipped ship(Parcel parcel) throws IOException {
        if (!Files.isDirectory(target)) {
            // A share that is not mounted is no folder to be made.
            throw RemoteException.temporary(
                    "Expected a folder at " + target + ", found none; create or mount it",
                    new NotDirectoryException(target.toString()));
        }
        Path folder = target.resolve(parcel.folder());
        for (ParcelFile file : parcel.entries()) {
            Path place = folder.resolve(file.path());
            Files.createDirectories(Objects.requireNonNull(place.getParent(), "folder"));
            if (!isThere(place, file)) {
                copy(file, place);
            }
        }
        DurableFiles.forceFolder(folder);
        return new Outcome.Shipped(folder.toString(), Map.of());
    }

    private static boolean isThere(Path place, ParcelFile file) throws IOException {
        if (!Files.exists(place)) {
            return false;
        }
        long bytes = Files.size(place);
        String found = bytes == file.bytes() ? digest(place, bytes) : bytes + " bytes";
        if (!found.equals(file.sha256())) {
            throw new OtherContentException(place.toString(), file.sha256(), found);
        }
        return true;
    }

    private static void copy(ParcelFile file, Path place) throws IOException {
        Path part = place.resolveSibling("." + place.getFileName() + ".part");
        try (InputStream input = file.content().open();
                FileChannel output = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            input.transferTo(Channels.newOutputStream(output));
            output.force(true);
        }
        String found = digest(part, Files.size(part));
        if (!found.equals(file.sha256())) {
            throw new IOException("Expected SHA-256 " + file.sha256() + " in " + part + ", found " + found);
        }
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String digest(Path file, long bytes) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return ParcelFile.sha256(input, bytes);
        }
    }
}
