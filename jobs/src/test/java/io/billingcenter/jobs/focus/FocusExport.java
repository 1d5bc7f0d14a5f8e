package io.billingcenter.jobs.focus;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.delivery.DeliverySet;
import io.billingcenter.domain.delivery.SetKind;
import io.billingcenter.domain.focus.FocusTerms;
import io.billingcenter.domain.focus.FocusVersion;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.focus.FocusReader;
import io.billingcenter.writers.files.delivery.DeliverySettings;
import io.billingcenter.writers.files.delivery.SetDelivery;
import io.billingcenter.writers.files.focus.FocusOptions;
import io.billingcenter.writers.files.focus.FocusSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Exports October 2026 and reads the files. */
record FocusExport(Path folder) {

    static final BillingMonth MONTH = BillingMonth.parse("2026-10");
    private static final Map<String, String> REGIONS = Map.of("cn1", "Hangzhou");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * Exports the month.
     *
     * @param columns of Cost and Usage; empty for all
     */
    static FocusExport of(JdbcTemplate jdbc, Path out, List<String> columns) {
        return of(jdbc, out, columns, new FocusReader(jdbc, MONTH, UnitsRule.EXACT, REGIONS));
    }

    /** Exports the month by pages of that many postings. */
    static FocusExport inPages(JdbcTemplate jdbc, Path out, int pagePostings) {
        return of(jdbc, out, List.of(), new FocusReader(jdbc, MONTH, UnitsRule.EXACT, REGIONS, pagePostings));
    }

    private static FocusExport of(JdbcTemplate jdbc, Path out, List<String> columns, FocusReader reader) {
        FocusTerms terms = new FocusTerms(
                "Example Observability",
                "Observability Platform",
                Map.of(SettlementMethod.ALIYUN, "Cloud Marketplace"),
                ZONE);
        FocusOptions options = new FocusOptions(List.of(FocusVersion.values()), columns, terms);
        return new FocusExport(new SetDelivery(jdbc, new DeliverySettings(out, ZONE, false))
                .deliver(
                        new DeliverySet(MONTH, SetKind.FOCUS),
                        new FocusSet(MONTH, reader.issued(), options, reader::read))
                .folder());
    }

    /** Returns the rows of a file, by column; an empty cell is left out. */
    List<Map<String, String>> rows(String file) {
        return rows(folder.resolve(file));
    }

    static List<Map<String, String>> rows(Path file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream()
                    .map(row -> {
                        Map<String, String> cells = new LinkedHashMap<>(row.getFieldsAsMap());
                        cells.values().removeIf(String::isEmpty);
                        return cells;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
