package io.billingcenter.writers.files.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of a period with the folders of its revisions, {@code r1} and so on; hidden ones are staged. */
final class RevisionFolders {

    private static final Pattern REVISION = Pattern.compile("r([1-9][0-9]{0,8})");
    private static final Pattern STAGED = Pattern.compile("\\.r[0-9]+\\.part");

    private final DeliveryDisk disk;
    private final Path out;
    private final Path period;

    RevisionFolders(DeliveryDisk disk, Path out, String period) {
        this.disk = disk;
        this.out = out;
        this.period = out.resolve(period);
    }

    Path folder(int revision) {
        return period.resolve("r" + revision);
    }

    /** Returns the revisions that exist as a whole. */
    NavigableSet<Integer> revisions() throws IOException {
        NavigableSet<Integer> revisions = new TreeSet<>();
        for (Path folder : children()) {
            Matcher name = REVISION.matcher(nameOf(folder));
            if (name.matches() && StagedRevision.isSealed(folder)) {
                revisions.add(Integer.parseInt(name.group(1)));
            }
        }
        return revisions;
    }

    /** Begins a revision, and removes the remains of a crash. */
    StagedRevision begin(int revision) throws IOException {
        disk.createFolder(period);
        for (Path folder : children()) {
            if (STAGED.matcher(nameOf(folder)).matches()) {
                disk.deleteFolder(folder);
            }
        }
        Path folder = period.resolve(".r" + revision + ".part");
        disk.createFolder(folder);
        return new StagedRevision(disk, folder);
    }

    /** Publishes a sealed revision in one step. */
    void publish(StagedRevision staged, int revision) throws IOException {
        Path target = folder(revision);
        if (Files.exists(target)) {
            throw new IOException("Expected no folder " + target + ", found one that is no complete delivery;"
                    + " look at it and move it away");
        }
        disk.forceFolder(staged.folder());
        disk.rename(staged.folder(), target);
        disk.forceFolder(period);
        disk.forceFolder(out);
    }

    private List<Path> children() throws IOException {
        if (!Files.isDirectory(period)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(period)) {
            return children.sorted().toList();
        }
    }

    private static String nameOf(Path folder) {
        Path name = folder.getFileName();
        return name == null ? "" : name.toString();
    }
}
