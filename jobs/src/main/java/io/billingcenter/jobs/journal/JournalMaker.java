package io.billingcenter.jobs.journal;

import io.billingcenter.config.AccountingSettings;
import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.delivery.SetKind;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.journal.Chart;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.delivery.SetMaker;
import io.billingcenter.jobs.launch.ConfigFiles;
import io.billingcenter.readers.files.journal.ChartFile;
import io.billingcenter.readers.files.journal.InvalidChartException;
import io.billingcenter.readers.tables.journal.JournalReader;
import io.billingcenter.writers.files.delivery.SetContent;
import io.billingcenter.writers.files.journal.DatevSettings;
import io.billingcenter.writers.files.journal.JournalFiles;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes the journal of a closed month in the formats that are set. */
@Lazy
@Component
class JournalMaker implements SetMaker {

    private final JdbcTemplate jdbc;
    private final AccountingSettings settings;
    private final ConfigFiles files;

    JournalMaker(JdbcTemplate jdbc, BillingSettings settings, ConfigFiles files) {
        this.jdbc = jdbc;
        this.settings = settings.accounting();
        this.files = files;
    }

    @Override
    public SetKind kind() {
        return SetKind.JOURNAL;
    }

    @Override
    public Optional<SetContent> content(BillingMonth month, long runId) {
        if (settings.formats().isEmpty()) {
            return Optional.empty();
        }
        AccountingSettings.Datev datev = settings.datev();
        return Optional.of(new JournalFiles(
                month,
                new JournalReader(jdbc, month),
                chart(),
                settings.formatSet(),
                new DatevSettings(datev.adviser(), datev.client(), datev.accountDigits(), datev.currency())));
    }

    private Chart chart() {
        try {
            return ChartFile.read(
                    settings.chart(),
                    files.read("billing.accounting.chart", settings.chart(), AccountingSettings.DEFAULT_CHART));
        } catch (InvalidChartException | IllegalArgumentException e) {
            throw SetRefusedException.incomplete(String.valueOf(e.getMessage()));
        }
    }
}
