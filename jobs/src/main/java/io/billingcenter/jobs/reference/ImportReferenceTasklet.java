package io.billingcenter.jobs.reference;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.files.csv.InvalidFilesException;
import io.billingcenter.readers.files.pricing.PriceBookFolder;
import io.billingcenter.readers.files.reference.ImportedReference;
import io.billingcenter.readers.files.reference.ReferenceFolder;
import io.billingcenter.writers.tables.guard.GuardReportWriter;
import io.billingcenter.writers.tables.reference.ReferenceWriter;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Replaces the reference tables by the content of the reference folder, and reports contract prices that look odd. */
final class ImportReferenceTasklet implements Tasklet {

    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final BillingSettings settings;
    private final ReferenceGuard guard;

    ImportReferenceTasklet(JdbcTemplate jdbc, Folders folders, BillingSettings settings, ReferenceGuard guard) {
        this.jdbc = jdbc;
        this.folders = folders;
        this.settings = settings;
        this.guard = guard;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunRequest request = RunRequest.of(contribution);
        long runId = RunId.of(contribution);
        ReferenceFolder folder =
                new ReferenceFolder(folders.reference(), settings.sites().keySet());
        ImportedReference read = guard.read(folder, request, runId);
        List<String> odd = new PriceReports(jdbc, settings.guard().report().priceFactor())
                .ofContracts(read.data(), readableBooks(), request.requireDay());
        new GuardReportWriter(jdbc).addOnce(GuardReportWriter.Source.CONTRACT_PRICE, runId, odd);
        new ReferenceWriter(jdbc).replace(read.data(), read.sha256ByFile());
        return RepeatStatus.FINISHED;
    }

    /** Returns the price books; none if any of them has a fault, which the step that imports them reports. */
    private List<PriceBook> readableBooks() {
        try {
            return new PriceBookFolder(folders.priceBooks()).read();
        } catch (InvalidFilesException e) {
            return List.of();
        }
    }
}
