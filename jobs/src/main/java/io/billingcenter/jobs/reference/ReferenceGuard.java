package io.billingcenter.jobs.reference;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.config.GuardSettings;
import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.GuardReason;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.reference.ReferenceFile;
import io.billingcenter.domain.reference.ReferenceLoss;
import io.billingcenter.domain.reference.ReferenceRows;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.guard.ConsentBook;
import io.billingcenter.jobs.guard.GivenConsents;
import io.billingcenter.jobs.guard.GuardStops;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.files.reference.ImportedReference;
import io.billingcenter.readers.files.reference.ReferenceFolder;
import io.billingcenter.readers.tables.guard.ConsentReader;
import io.billingcenter.readers.tables.reference.ReferenceTableReader;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Refuses an import with missing files, and stops one with too many lost rows. */
@Component
public class ReferenceGuard {

    private final JdbcTemplate jdbc;
    private final BillingSettings settings;
    private final GuardStops stops;
    private final ConsentBook consents;

    ReferenceGuard(JdbcTemplate jdbc, BillingSettings settings, GuardStops stops, ConsentBook consents) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.stops = stops;
        this.consents = consents;
    }

    /**
     * Reads the folder, if it has every file of the last import that may not be missing.
     *
     * @throws io.billingcenter.readers.files.reference.MissingReferenceException when a file is missing
     * @throws io.billingcenter.domain.guard.GuardStoppedException when a file lost too many rows and no person consented
     */
    ImportedReference read(ReferenceFolder folder, RunRequest request, long runId) {
        Set<ReferenceFile> had = importedFiles();
        Set<ReferenceFile> required = EnumSet.noneOf(ReferenceFile.class);
        had.stream()
                .filter(file -> !request.statements().allowMissing().contains(file))
                .forEach(required::add);
        folder.requirePresent(required);
        ImportedReference read = folder.read();
        requireRows(read, request.requireDay(), runId);
        had.stream()
                .filter(file -> !read.sha256ByFile().containsKey(file.fileName()))
                .forEach(
                        file -> consents.consent(ConsentKind.REFERENCE_MISSING, file.fileName(), GivenConsents.REASON));
        return read;
    }

    /** Returns the files of the last import; if it stored no list of them, those that have rows. */
    private Set<ReferenceFile> importedFiles() {
        ReferenceTableReader reader = new ReferenceTableReader(jdbc);
        Set<String> names = reader.importedFiles().keySet();
        Set<ReferenceFile> had = EnumSet.noneOf(ReferenceFile.class);
        if (names.isEmpty()) {
            had.addAll(ReferenceRows.of(reader.data(), settings.zone()).keySet());
        } else {
            names.forEach(name -> ReferenceFile.ofFileName(name).ifPresent(had::add));
        }
        return had;
    }

    private void requireRows(ImportedReference read, BillingDay day, long runId) {
        ReferenceTableReader reader = new ReferenceTableReader(jdbc);
        if (reader.importedFiles().equals(read.sha256ByFile())) {
            return;
        }
        GuardSettings.Reference setting = settings.guard().reference();
        ReferenceLoss.Limit limit = new ReferenceLoss.Limit(setting.shrunkShare(), setting.shrunkRows());
        ConsentReader known = new ConsentReader(jdbc);
        List<GuardFinding> findings = ReferenceLoss.between(
                        ReferenceRows.of(reader.data(), settings.zone()),
                        ReferenceRows.of(read.data(), settings.zone()),
                        day)
                .stream()
                .filter(loss -> limit.isExceededBy(loss)
                        && read.sha256ByFile().containsKey(loss.file().fileName()))
                .map(loss -> finding(loss, read))
                .filter(finding -> !known.covers(stop(day, List.of(finding))))
                .toList();
        if (!findings.isEmpty()) {
            stops.requireConsent(stop(day, findings), runId);
        }
    }

    private static GuardStop stop(BillingDay day, List<GuardFinding> findings) {
        return new GuardStop(GuardLevel.REFERENCE, day, "", findings);
    }

    /** Returns a finding whose subject has the content of the file, so that consent is to that content and to no other. */
    private static GuardFinding finding(ReferenceLoss loss, ImportedReference read) {
        String name = loss.file().fileName();
        return new GuardFinding(
                GuardReason.REFERENCE_SHRUNK,
                name + " sha256:" + read.sha256ByFile().get(name),
                "",
                BigDecimal.valueOf(loss.lost()),
                "expected to keep most of its " + loss.inForce() + " rows in force, found " + loss.lost()
                        + " of them gone");
    }
}
