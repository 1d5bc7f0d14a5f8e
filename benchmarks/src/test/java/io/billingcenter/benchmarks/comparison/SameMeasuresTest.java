package io.billingcenter.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.benchmarks.traffic.TrafficGenerator;
import io.billingcenter.benchmarks.traffic.TrafficOptions;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.MeteringTerms;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.readers.files.traffic.PlainTrafficReader;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Compares DuckDB's script with the readers and the domain, called directly: 20,000 generated records of every kind,
 * with duplicates near and far, few enough for seconds and varied enough for every measure.
 */
class SameMeasuresTest {

    private static final int RECORDS = 20_000;
    private static final BillingDay DAY = BillingDay.parse("2026-10-15");
    private static final MeteringTerms TERMS = new MeteringTerms(
            DAY.in(ZoneOffset.ofHours(8)),
            StorageType.ES,
            false,
            RetentionPolicies.NONE,
            OversizeRule.FLOOR_1024,
            true);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "even, csv, 1, by_content",
        "zipf, csv, 3, by_id",
        "giant, gz, 2, by_content",
        "tiny, zst, 1, by_content",
    })
    void bothSidesFindTheSameRows(String skew, String packing, String files, String deduplication) throws Exception {
        generate("--skew=" + skew, "--packing=" + packing, "--files=" + files, "--duplicates=300");
        List<MeasureRow> suite = rowsOfSuite();
        DifferentRowsException.requireSame(
                suite, rowsOfDuckDb(Deduplication.valueOf(deduplication.toUpperCase(Locale.ROOT))));
        assertThat(suite).isNotEmpty();
    }

    @Test
    void trafficHasEveryMeasureOfTheCommercialPlan() throws IOException {
        generate("--duplicates=300");
        Set<String> found = rowsOfSuite().stream().map(MeasureRow::measure).collect(Collectors.toSet());
        Set<String> ofOtherPlans = Set.of(Measure.LOG_BYTES.code(), Measure.SELF_SYNTHETIC_ITEMS.code());
        assertThat(Measure.values())
                .extracting(Measure::code)
                .allMatch(measure -> found.contains(measure) != ofOtherPlans.contains(measure));
    }

    @Test
    void aRepeatedRecordThatIsCountedTwiceIsNoticed() throws Exception {
        generate("--duplicates=300");
        List<MeasureRow> suite = rowsOfSuite();
        List<MeasureRow> counted = rowsOfDuckDb(Deduplication.NONE);
        assertThatThrownBy(() -> DifferentRowsException.requireSame(suite, counted))
                .isInstanceOf(DifferentRowsException.class)
                .hasMessageContaining("only DuckDB has");
    }

    @Test
    void aRowSurvivesItsFile() {
        MeasureRow row = new MeasureRow("wksp_1", "spans", 14, new BigInteger("92233720368547758070"));
        assertThat(MeasureRow.parse(row.toString())).isEqualTo(row);
    }

    private void generate(String... arguments) throws IOException {
        TrafficOptions options = new TrafficOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("traffic", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(withDefaults(arguments));
        new TrafficGenerator(options, 2).write(folder);
    }

    private static String[] withDefaults(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--records=" + RECORDS, "--workspaces=12"));
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    private List<MeasureRow> rowsOfDuckDb(Deduplication deduplication) throws SQLException, IOException {
        DuckDbMetering.Settings settings =
                new DuckDbMetering.Settings(2, "1GB", folder.resolve("spill"), deduplication);
        List<MeasureRow> rows = new ArrayList<>();
        new DuckDbMetering(settings).meter(folder.resolve("traffic"), DAY, rows::add);
        return rows;
    }

    private List<MeasureRow> rowsOfSuite() throws IOException {
        TrafficFolder traffic = new TrafficFolder(folder.resolve("traffic"));
        List<TrafficFolder.ListedDay> days = new ArrayList<>();
        traffic.list(DAY::equals, days::add, ignored -> assertThat(ignored).isNull());
        List<MeasureRow> rows = new ArrayList<>();
        for (TrafficFolder.ListedDay listed : days) {
            addRows(read(traffic, listed), rows);
        }
        return rows;
    }

    private static MeteredDay read(TrafficFolder traffic, TrafficFolder.ListedDay listed) throws IOException {
        Path dayFolder = traffic.folderOf(listed.workspaceDay());
        List<Path> files = listed.files().stream()
                .map(file -> dayFolder.resolve(file.name()))
                .toList();
        return new PlainTrafficReader()
                .read(
                        listed.workspaceDay(),
                        files,
                        TERMS,
                        rejection -> assertThat(rejection).isNull());
    }

    private static void addRows(MeteredDay day, List<MeasureRow> rows) {
        day.measures()
                .forEach((tier, quantity) -> rows.add(new MeasureRow(
                        day.workspaceDay().workspace().value(),
                        tier.measure().code(),
                        tier.retentionDays(),
                        quantity)));
    }
}
