package io.billingcenter.readers.files.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.journal.Chart;
import io.billingcenter.domain.journal.JournalKey;
import io.billingcenter.domain.journal.UnmappedKeyException;
import io.billingcenter.domain.usage.Meter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chart of accounts is read as a whole or refused with all its faults. */
class ChartFileTest {

    private static final String HEADER = "key,account_code,account_name,tax_code\n";

    @Test
    void rowsAreAccounts() {
        Chart chart = read("# ours\n" + HEADER + "revenue.log,6001,\"Revenue, logs\",S\ncard,2204,,\n");

        assertThat(chart.account(JournalKey.revenue(Meter.LOG)))
                .isEqualTo(new Chart.Account("6001", "Revenue, logs", "S"));
        assertThat(chart.account(JournalKey.CARD)).isEqualTo(new Chart.Account("2204", "", ""));
        assertThatThrownBy(() -> chart.account(JournalKey.BANK))
                .isInstanceOf(UnmappedKeyException.class)
                .hasMessageContaining("key bank");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "revenue.logs,6001,, | expected one of receivable.wallet",
                "card,,, | expected an account code",
                "card,1,,;card,2,, | no earlier row has (line 2 has it)",
                "card,1, | expected 4 columns"
            })
    void faultsAreNamed(String rows, String fault) {
        assertThatThrownBy(() -> read(HEADER + rows.replace(';', '\n') + "\n"))
                .isInstanceOf(InvalidChartException.class)
                .hasMessageContaining("config/chart.csv")
                .hasMessageContaining(fault);
    }

    @Test
    void theShippedChartHasEveryKey() throws IOException {
        Chart chart = ChartFile.read(
                "config/chart_of_accounts.csv", Files.readAllBytes(Path.of("../config/chart_of_accounts.csv")));

        assertThat(JournalKey.all())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(chart.account(key).code()).matches("[0-9]+"));
    }

    private static Chart read(String content) {
        return ChartFile.read("config/chart.csv", content.getBytes(StandardCharsets.UTF_8));
    }
}
