package io.billingcenter.jobs.reference;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.readers.files.pricing.PriceBookFolder;
import io.billingcenter.readers.tables.runs.UnfinishedRuns;
import io.billingcenter.writers.tables.guard.GuardReportWriter;
import io.billingcenter.writers.tables.pricing.PriceBookWriter;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Imports the price books, and reports prices that look odd. */
final class ImportPriceBooksTasklet implements Tasklet {

    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final BillingSettings settings;

    ImportPriceBooksTasklet(JdbcTemplate jdbc, Folders folders, BillingSettings settings) {
        this.jdbc = jdbc;
        this.folders = folders;
        this.settings = settings;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        List<PriceBook> books = new PriceBookFolder(folders.priceBooks()).read();
        List<String> changes = new PriceReports(jdbc, settings.guard().report().priceFactor()).ofBooks(books);
        new GuardReportWriter(jdbc).addOnce(GuardReportWriter.Source.PRICE_BOOK, RunId.of(contribution), changes);
        new PriceBookWriter(jdbc, UnfinishedRuns.ofRating(jdbc).all()).store(books);
        return RepeatStatus.FINISHED;
    }
}
