package io.billingcenter.readers.files.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.reference.ReferenceFile;
import io.billingcenter.domain.reference.ReferenceRow;
import io.billingcenter.domain.reference.ReferenceRows;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.files.csv.InvalidFilesException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of reference files: their keys, and the days on which they are in force. */
class ReferenceRowsOfFilesTest {

    @TempDir
    private Path folder;

    private GoodReference good;

    @BeforeEach
    void setUp() throws IOException {
        good = new GoodReference(folder);
    }

    @ParameterizedTest
    @EnumSource
    void everyFileHasTwoRowsOfTheirOwn(ReferenceFile file) {
        assertThat(rows(file)).extracting(ReferenceRow::key).hasSize(2).doesNotHaveDuplicates();
    }

    /**
     * A package lasts a year, and its packs as well; a policy lasts until the next one; a range lasts until its end.
     */
    @ParameterizedTest
    @CsvSource({
        "CONSOLE_ACCOUNTS, , ",
        "BILLING_ACCOUNTS, , ",
        "WORKSPACES, , ",
        "BINDINGS, , 2026-06-01",
        "PLANS, 2026-03-01, ",
        "CONTRACT_PRICES, 2026-07-01, ",
        "VOUCHERS, 2026-07-01, 2027-02-01",
        "PREPAID_CARDS, 2027-01-01, 2026-01-02",
        "RECHARGES, , ",
        "PACKAGES, 2027-01-01, 2027-02-01",
        "TRAFFIC_PACKS, 2027-01-01, 2027-01-01",
        "PRIVATE_TARIFFS, 2027-01-01, ",
        "VENDOR_RELEASES, , ",
        "UNLOCKS, , ",
        "ALERT_THRESHOLDS, , 2026-07-01",
        "INVOICE_PROFILES, 2026-07-01, ",
        "FAPIAO_RESULTS, , "
    })
    void endsAreThoseOfTheRows(ReferenceFile file, @Nullable String first, @Nullable String second) {
        assertThat(rows(file)).extracting(ReferenceRow::end).containsExactly(dayOf(first), dayOf(second));
    }

    @Test
    void aPolicyEndsWhenTheNextOneBegins() throws IOException {
        good.add("retention_policies.csv", "ws-1,log,audit,60,2026-05-31T23:00:00Z");
        assertThat(rows(ReferenceFile.RETENTION_POLICIES))
                .extracting(ReferenceRow::end)
                .containsExactly(BillingDay.parse("2026-06-01"), null, null);
    }

    /** A row with changes in other columns is not lost: its key is unchanged. */
    @Test
    void amountsAreNoPartOfTheKey() throws IOException {
        List<ReferenceRow> before = rows(ReferenceFile.CONTRACT_PRICES);
        good.write(
                "contract_prices.csv",
                "account_id,meter,retention_days,price,from,to\nacct-1,log,14,99,2026-01-01,2026-07-01\n"
                        + "acct-1,network_host,,7,2026-01-01,2028-01-01\n");
        assertThat(rows(ReferenceFile.CONTRACT_PRICES))
                .extracting(ReferenceRow::key)
                .isEqualTo(before.stream().map(ReferenceRow::key).toList());
    }

    @Test
    void everyFileThatIsGoneIsNamed() throws IOException {
        ReferenceFolder reference = new ReferenceFolder(folder, Set.of("cn1", "us1"));
        reference.requirePresent(EnumSet.allOf(ReferenceFile.class));
        good.delete("packages.csv");
        good.delete("contract_prices.csv");
        assertThatThrownBy(() -> reference.requirePresent(EnumSet.allOf(ReferenceFile.class)))
                .isInstanceOf(InvalidFilesException.class)
                .hasMessageContainingAll(
                        "2 faults",
                        "contract_prices.csv: expected the file that the last import had, found 'no file'",
                        "packages.csv: expected",
                        "--allow-missing contract_prices,packages",
                        "Nothing was changed.");
        reference.requirePresent(EnumSet.of(ReferenceFile.PLANS));
    }

    private List<ReferenceRow> rows(ReferenceFile file) {
        Map<ReferenceFile, List<ReferenceRow>> rows =
                ReferenceRows.of(good.read().data(), ZoneId.of("Asia/Shanghai"));
        return rows.getOrDefault(file, List.of());
    }

    private static @Nullable BillingDay dayOf(@Nullable String text) {
        return text == null ? null : BillingDay.parse(text);
    }
}
