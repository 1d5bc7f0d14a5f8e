package io.billingcenter.writers.tables.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.installation.OutputFolderContent;
import io.billingcenter.domain.installation.OutputFolderContent.Report;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.TableText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that adopts an output folder never gives a number again that is in use there. */
class InstallationWriterTest {

    private JdbcTemplate jdbc;
    private InstallationWriter writer;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
        writer = new InstallationWriter(jdbc);
    }

    @Test
    void theHighestNumberOfEverySeriesIsInUse() {
        writer.adopt(content(
                List.of(
                        number("INV", 2026, 7),
                        number("INV", 2026, 12),
                        number("INV", 2025, 90),
                        number("CN", 2026, 1)),
                Map.of(),
                List.of()));
        assertThat(series()).containsExactly("CN|2026|1", "INV|2025|90", "INV|2026|12");
    }

    @Test
    void aNumberOfTheDatabaseIsNeverLowered() {
        jdbc.update("INSERT INTO number_series (series, number_year, last_number) VALUES ('INV', 2026, 20)");
        writer.adopt(content(List.of(number("INV", 2026, 12)), Map.of(), List.of()));
        assertThat(series()).containsExactly("INV|2026|20");
        writer.adopt(content(List.of(number("INV", 2026, 21)), Map.of(), List.of()));
        assertThat(series()).containsExactly("INV|2026|21");
    }

    @Test
    void invoicedMonthsAreClosedOnceHoweverOftenTheFolderIsAdopted() {
        Map<BillingMonth, InvoiceLayout> months = Map.of(
                BillingMonth.parse("2026-10"), InvoiceLayout.VERSION_2,
                BillingMonth.parse("2026-09"), InvoiceLayout.VERSION_1);
        writer.adopt(content(List.of(), months, List.of()));
        writer.adopt(content(List.of(), months, List.of()));
        assertThat(TableText.of(jdbc, "SELECT * FROM month_closed_outside ORDER BY 1"))
                .containsExactly("2026-09|1", "2026-10|2");
    }

    @Test
    void reportsKeepTheHighestNumberOfTheirJobAndPeriod() {
        writer.adopt(content(
                List.of(),
                Map.of(),
                List.of(
                        new Report("nightly", "2026-11-21", 3),
                        new Report("nightly", "2026-11-21", 1),
                        new Report("nightly", "2026-11-22", 1),
                        new Report("closeMonth", "2026-10", 2))));
        assertThat(TableText.of(jdbc, "SELECT job_name, period, last_number FROM adopted_report ORDER BY 1, 2"))
                .containsExactly("closeMonth|2026-10|2", "nightly|2026-11-21|3", "nightly|2026-11-22|1");
    }

    @Test
    void anEmptyFolderChangesNothing() {
        writer.adopt(content(List.of(), Map.of(), List.of()));
        for (String table : List.of("number_series", "adopted_report", "month_closed_outside", "installation")) {
            assertThat(TableText.of(jdbc, "SELECT * FROM " + table)).as(table).isEmpty();
        }
    }

    @Test
    void aFolderIsKnownByItsId() {
        writer.add("id-1", Path.of("/data/out"));
        writer.add("id-2", Path.of("/data/\u8F93\u51FA"));
        assertThat(TableText.of(jdbc, "SELECT installation_id, folder FROM installation ORDER BY 1"))
                .containsExactly("id-1|" + Path.of("/data/out"), "id-2|" + Path.of("/data/\u8F93\u51FA"));
    }

    private List<String> series() {
        return TableText.of(jdbc, "SELECT series, number_year, last_number FROM number_series ORDER BY 1, 2");
    }

    private static InvoiceNumber number(String series, int year, long sequence) {
        return new InvoiceNumber(series, year, sequence);
    }

    private static OutputFolderContent content(
            List<InvoiceNumber> numbers, Map<BillingMonth, InvoiceLayout> months, List<Report> reports) {
        return new OutputFolderContent(List.of(), numbers, months, reports);
    }
}
