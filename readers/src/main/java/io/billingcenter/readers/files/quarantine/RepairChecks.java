package io.billingcenter.readers.files.quarantine;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.MeteringTermsBook;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.fold.TablesFullException;
import io.billingcenter.domain.quarantine.RepairFile;
import io.billingcenter.domain.quarantine.RepairedRecord;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.FastTrafficReader;
import io.billingcenter.readers.files.traffic.FastTrafficReader.Resources;
import io.billingcenter.readers.files.traffic.ReadingProgress;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads repair files as the next night will, after all other files of their workspace-day, so that a repaired record
 * that is still invalid, or has the id of another record, is found before anything is written.
 */
public final class RepairChecks {

    private final TrafficFolder folder;
    private final MeteringTermsBook terms;
    private final FastTrafficReader reader;

    /**
     * Creates checks against that folder.
     *
     * @param tableBytes memory in bytes for reading a workspace-day
     */
    public RepairChecks(TrafficFolder folder, MeteringTermsBook terms, long tableBytes) {
        this.folder = folder;
        this.terms = terms;
        this.reader = new FastTrafficReader(new Resources(tableBytes, 1), new ReadingProgress());
    }

    /** Returns whether the file exists in its folder. */
    public boolean exists(WorkspaceDay target, String file) {
        return Files.isRegularFile(folder.folderOf(target).resolve(file));
    }

    /**
     * Returns the number of records in the files that duplicate an existing record.
     *
     * @param files repair files of one workspace-day
     * @param refused receives every record that would not count, with the reason
     */
    public long check(List<RepairFile> files, BiConsumer<RepairedRecord, Rejection> refused) throws IOException {
        WorkspaceDay target = files.get(0).target();
        Path staging = Files.createTempDirectory("repair");
        List<Path> staged = new ArrayList<>();
        try {
            for (RepairFile file : files) {
                staged.add(Files.write(staging.resolve(file.name()), file.content()));
            }
            Set<String> names = files.stream().map(RepairFile::name).collect(Collectors.toSet());
            List<Path> all = new ArrayList<>(folder.filesOf(target));
            all.removeIf(path -> names.contains(String.valueOf(path.getFileName())));
            all.addAll(staged);
            MeteredDay day = read(
                    target,
                    all,
                    Slice.WHOLE,
                    rejection -> files.stream()
                            .filter(file -> file.name().equals(rejection.place().file()))
                            .flatMap(file -> file.recordAt(rejection.place().offset()).stream())
                            .forEach(record -> refused.accept(record, rejection)));
            return day.files().stream()
                    .filter(file -> names.contains(file.file()))
                    .mapToLong(FileTotals::duplicates)
                    .sum();
        } finally {
            for (Path file : staged) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(staging);
        }
    }

    private MeteredDay read(WorkspaceDay target, List<Path> files, Slice slice, Consumer<Rejection> rejected)
            throws IOException {
        List<Rejection> ofSlice = new ArrayList<>();
        try {
            MeteredDay day = reader.read(target, files, terms.termsOf(target).of(slice), rejection -> {
                if (rejection.place().file().startsWith("repair-")) {
                    ofSlice.add(rejection);
                }
            });
            ofSlice.forEach(rejected);
            return day;
        } catch (TablesFullException e) {
            List<Slice> halves = slice.parts(2);
            return read(target, files, halves.get(0), rejected).plus(read(target, files, halves.get(1), rejected));
        }
    }
}
